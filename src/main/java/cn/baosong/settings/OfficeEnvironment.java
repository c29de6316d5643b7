package cn.baosong.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Derives what follows from other settings, and refuses misspelt ones where Spring Boot does not
 * look: environment variables and system properties (decisions.md 24).
 */
public final class OfficeEnvironment implements EnvironmentPostProcessor, Ordered {
  private static final String URL = "spring.datasource.url";

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    List<String> unknown =
        KnownSettings.unknownIn(
            environment.getSystemEnvironment().keySet(),
            environment.getSystemProperties().keySet());
    if (!unknown.isEmpty()) {
      throw new UnknownSettings(unknown);
    }
    Map<String, Object> derived = new HashMap<>();
    String url = environment.getProperty(URL);
    if (url == null) {
      url = embedded(environment.getProperty("baosong.home", "./var"));
      derived.put(URL, url);
    }
    derived.put("baosong.database", url.startsWith("jdbc:postgresql:") ? "postgresql" : "h2");
    environment.getPropertySources().addFirst(new MapPropertySource("baosong-derived", derived));
  }

  /**
   * The embedded database under the state folder: each commit is handed to the system before it
   * returns.
   */
  private static String embedded(String home) {
    Path file = Path.of(home).toAbsolutePath().normalize().resolve("db").resolve("baosong");
    return "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }
}
