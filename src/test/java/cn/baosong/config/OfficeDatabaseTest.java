package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

class OfficeDatabaseTest {
  private static String address(String url) {
    DataSourceProperties properties = new DataSourceProperties();
    properties.setUrl(url);
    return new OfficeDatabase(properties, Path.of("home")).getJdbcUrl();
  }

  @Test
  void hasCommitsOnDiskBeforeTheyAreConfirmedHoweverTheServerIsSet()
      throws IOException, SQLException {
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "off").start();
        Connection office =
            DriverManager.getConnection(address(server.getJdbcUrl("postgres", "postgres")));
        ResultSet setting = office.createStatement().executeQuery("show synchronous_commit")) {
      assertThat(setting.next()).isTrue();
      assertThat(setting.getString(1)).isEqualTo("on");
    }
  }

  @Test
  void leavesAnAddressThatStatesItsOwnOptions() {
    String own = "jdbc:postgresql://localhost/office?options=-c%20search_path=office";
    assertThat(address(own)).isEqualTo(own);
  }
}
