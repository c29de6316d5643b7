package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** faults.md W09. */
class LogLinesTest {
  private static final String FORGED = "2026-03-31T10:00:00.000+08:00  INFO [main] login : admin";

  private static String logged(String pattern, String words) throws IOException {
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("clr", ColorConverter::new);
    layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
    Object written =
        new YamlPropertySourceLoader()
            .load("settings", new ClassPathResource("application.yaml"))
            .get(0)
            .getProperty("logging.pattern." + pattern);
    layout.setPattern(String.valueOf(written));
    layout.start();
    Logger logger = context.getLogger("cn.baosong");
    Throwable failure = new IOException(words, new IllegalStateException("inner " + words));
    return layout.doLayout(
        new LoggingEvent("x", logger, Level.WARN, "a name: {}", failure, new Object[] {words}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\n\n"})
  void lineOfTheLogIsNeverASendersOwn(String lineEnd) throws IOException {
    for (String pattern : new String[] {"console", "file"}) {
      String log = logged(pattern, "x.zip" + lineEnd + FORGED);
      assertThat(log).as("nothing is lost").contains(FORGED).contains("LogLinesTest");
      assertThat(log.split("[\\r\\n\\u0085\\u2028]+"))
          .as("%s: no line begins with what was sent", pattern)
          .noneMatch(line -> line.startsWith(FORGED));
      assertThat(log).as("the next record begins a line").endsWith(System.lineSeparator());
    }
  }
}
