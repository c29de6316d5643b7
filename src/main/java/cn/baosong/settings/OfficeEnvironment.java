package cn.baosong.settings;

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
    String url = environment.getProperty("spring.datasource.url", "");
    String database = url.startsWith("jdbc:postgresql:") ? "postgresql" : "h2";
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("baosong-derived", Map.of("baosong.database", database)));
  }
}
