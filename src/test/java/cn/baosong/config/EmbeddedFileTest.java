package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route that is stopped has its thread interrupted, in the middle of a query perhaps. */
class EmbeddedFileTest {
  @TempDir Path home;

  @Test
  void livesOnWhenAThreadIsInterruptedThatReadsOrWritesIt() throws SQLException {
    String url = EmbeddedFile.url(home) + ";CACHE_SIZE=0";
    try (Connection other = DriverManager.getConnection(url, "sa", "");
        Connection stopped = DriverManager.getConnection(url, "sa", "")) {
      other
          .createStatement()
          .execute(
              "create table act as select x as id, rpad('', 500, 'a') as doc"
                  + " from system_range(1, 20000)");
      Thread.currentThread().interrupt();
      try {
        stopped.createStatement().execute("update act set doc = 'b' where mod(id, 100) = 0");
        stopped.createStatement().executeQuery("select max(doc) from act").close();
      } catch (SQLException gaveUp) {
        // what was in flight may fail
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      try (ResultSet all = other.createStatement().executeQuery("select count(doc) from act")) {
        assertThat(all.next()).isTrue();
        assertThat(all.getInt(1)).isEqualTo(20000);
      }
    }
  }
}
