package cn.baosong.config;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The database that {@code spring.datasource.url} names, else an embedded one under the state
 * folder whose commits are handed to the system before they return.
 */
record OfficeDatabase(DataSourceProperties properties, Path home) implements JdbcConnectionDetails {

  @Override
  public String getJdbcUrl() {
    return Optional.ofNullable(properties.getUrl())
        .map(OfficeDatabase::durable)
        .orElseGet(() -> EmbeddedFile.url(home));
  }

  /** A server may be set to confirm a commit before it is on disk; not to this office. */
  private static String durable(String url) {
    if (!url.startsWith("jdbc:postgresql:") || url.contains("options=")) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + "options=-c%20synchronous_commit=on";
  }

  @Override
  public String getUsername() {
    return Optional.ofNullable(properties.getUsername()).orElse("sa");
  }

  @Override
  public String getPassword() {
    return Optional.ofNullable(properties.getPassword()).orElse("");
  }
}
