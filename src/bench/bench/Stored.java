package bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Makes an office that has stored much: every row of a season again under other numbers, while the
 * office is closed. The journal hears of them at the next start.
 */
final class Stored {
  /** Digits of a number that tell one copy from the next: SJ-2020-000001 becomes SJ-2020-010001. */
  private static final int STEP = 10_000;

  /** Ends an id that is a copy, in hexadecimal 000000001001 and on. */
  private static final int MARK = 0x1000;

  /** Those that others refer to first. */
  private static final List<String> TABLES =
      List.of(
          "submission", "receipt", "dossier", "decision", "letter", "queue_entry", "unit_call",
          "event");

  private Stored() {}

  static void multiply(Path home, int copies) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/baosong"), "sa", "");
        Statement sql = connection.createStatement()) {
      for (String table : TABLES) {
        sql.execute("create table first_" + table + " as select * from " + table);
      }
      for (int copy = 1; copy <= copies; copy++) {
        for (String table : TABLES) {
          sql.execute(insertion(connection, table, copy));
        }
      }
      for (String table : TABLES) {
        sql.execute("drop table first_" + table);
      }
      sql.execute("update number_series set given = given + " + copies * STEP);
    }
  }

  private static String insertion(Connection connection, String table, int copy)
      throws SQLException {
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        String column = rows.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT);
        if (column.equals("ord")) {
          continue;
        }
        columns.append(columns.isEmpty() ? "" : ", ").append(column);
        values.append(values.isEmpty() ? "" : ", ").append(value(column, copy));
      }
    }
    return "insert into %s (%s) select %s from first_%s".formatted(table, columns, values, table);
  }

  private static final Map<String, String> CHANGED =
      Map.of(
          "seq", "null",
          "hash", "null",
          "digest", "left(digest, 48) || '%016d'",
          "content", "left(content, 48) || '%016d'",
          "public_id", "public_id || '-%d'",
          "native_id", "native_id || '-%d'",
          "candidate_key", "left(candidate_key, 48) || '%016d'",
          "alias_key", "left(alias_key, 48) || '%016d'",
          "live_key", "left(live_key, 48) || '%016d'",
          "unit_code", "unit_code || '-%d'");

  private static String value(String column, int copy) {
    String changed = CHANGED.get(column);
    if (changed != null) {
      return changed.contains("%") ? changed.formatted(copy) : changed;
    }
    return switch (column) {
      case "number", "submission", "dossier", "doc", "subject" ->
          "regexp_replace(%s, '(SJ|RX)-(\\d{4})-\\d{2}', '$1-$2-%02d')".formatted(column, copy);
      case "id", "event_id" -> "left(cast(%s as varchar), 24) || '%012x'".formatted(column, copy + MARK);
      default -> column;
    };
  }
}
