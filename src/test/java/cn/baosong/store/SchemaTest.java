package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir Path folder;

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("office");
  }

  private Flyway flyway() {
    return Flyway.configure().dataSource(url(), "sa", "").load();
  }

  @Test
  void refusesADatabaseThatANewerOfficeHasUsed() throws SQLException {
    Schema.migrate(flyway());
    Schema.migrate(flyway());
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement newer = connection.createStatement()) {
      int changed =
          newer.executeUpdate(
              "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                  + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                  + " \"execution_time\", \"success\")"
                  + " values (900, '900', 'to come', 'SQL', 'V900__to_come.sql', 1, 'sa', 1, true)");
      assertThat(changed).isEqualTo(1);
    }
    assertThatThrownBy(() -> Schema.migrate(flyway()))
        .isInstanceOf(Schema.Newer.class)
        .hasMessageContaining("V900")
        .hasMessageContaining("newer office");
  }
}
