package cn.baosong.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A record about to be stored.
 *
 * @param key its number or id, within its table
 * @param state the whole record
 * @param columns the columns that lists, claims and locks need, without key and doc
 */
record Row(Table table, String key, Object state, Columns columns) {
  StatementSpec insertion(JdbcClient jdbc, String doc) {
    Map<String, String> places = columns.places();
    String sql =
        "insert into %s (%s, doc, %s) values (:%s, :doc, %s)"
            .formatted(
                table.sqlName(),
                table.key(),
                String.join(", ", places.keySet()),
                table.key(),
                String.join(", ", places.values()));
    return bound(jdbc.sql(sql), doc);
  }

  /**
   * @param guard SQL condition on the row as it is; of constants, never of input
   */
  StatementSpec change(JdbcClient jdbc, String doc, String guard) {
    String sets =
        columns.places().entrySet().stream()
            .filter(c -> !columns.isOfFirst(c.getKey()))
            .map(c -> c.getKey() + " = " + c.getValue())
            .collect(Collectors.joining(", "));
    String sql =
        "update %s set %s, doc = :doc where %s = :%s and %s"
            .formatted(table.sqlName(), sets, table.key(), table.key(), guard);
    return bound(jdbc.sql(sql), doc);
  }

  private StatementSpec bound(StatementSpec statement, String doc) {
    return statement.params(columns.values()).param(table.key(), key).param("doc", doc);
  }
}
