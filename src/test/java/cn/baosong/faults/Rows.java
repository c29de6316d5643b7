package cn.baosong.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The database, read by plain SQL, against the journal. */
final class Rows {
  private static final Map<String, String> KEYS =
      Map.of(
          "SUBMISSION", "number",
          "DOSSIER", "number",
          "DECISION", "id",
          "PAPER", "number",
          "LETTER", "id",
          "QUEUE_ENTRY", "dossier");

  private final Connection database;
  private final Chain chain;
  private final List<String> faults;

  Rows(Connection database, Chain chain, List<String> faults) {
    this.database = database;
    this.chain = chain;
    this.faults = faults;
  }

  void check(Receipts receipts) throws SQLException {
    events();
    for (Map.Entry<String, String> table : KEYS.entrySet()) {
      records(table.getKey(), table.getValue());
    }
    ledger(receipts);
    decisions();
  }

  private void events() throws SQLException {
    Map<String, Chain.Line> left = new HashMap<>();
    chain.lines().forEach(line -> left.put(line.text("id"), line));
    each(
        "select cast(id as varchar(36)), seq, hash, kind, record, subject, actor, reason, doc from event",
        row -> {
          Chain.Line line = left.remove(row.get(0));
          if (line == null) {
            faults.add(
                "database: event " + row.get(0) + " " + row.get(3) + " is not in the journal");
          } else if (!line.hash().equals(row.get(2))
              || !String.valueOf(line.seq()).equals(row.get(1))
              || !row.subList(3, 8)
                  .equals(
                      List.of(
                          line.text("kind"),
                          line.text("record"),
                          line.text("subject"),
                          line.text("actor"),
                          line.text("reason")))
              || !line.doc().equals(row.get(8))) {
            faults.add("database: event " + line.seq() + " reads otherwise than in the journal");
          }
        });
    left.values().forEach(line -> faults.add("database: event " + line.seq() + " is missing"));
  }

  private void records(String record, String key) throws SQLException {
    Map<String, Chain.Line> left = new HashMap<>(chain.latest(record));
    each(
        "select " + key + ", doc from " + record.toLowerCase(java.util.Locale.ROOT),
        row -> {
          Chain.Line line = left.remove(row.get(0));
          if (line == null || !line.doc().equals(row.get(1))) {
            faults.add("database: " + record + " " + row.get(0) + " is not what the journal says");
          }
        });
    left.keySet().forEach(k -> faults.add("database: " + record + " " + k + " is missing"));
  }

  private void ledger(Receipts receipts) throws SQLException {
    Set<String> left = new HashSet<>();
    receipts.all().forEach(a -> left.add(a.id() + " " + a.submission()));
    each(
        "select id, submission from receipt",
        row -> {
          if (!left.remove(row.get(0) + " " + row.get(1))) {
            faults.add("database: receipt " + row.get(0) + " is not in the journal");
          }
        });
    left.forEach(r -> faults.add("database: receipt " + r + " is missing"));
  }

  /** A dossier that was decided has one decision that stands, and it is the last one told. */
  private void decisions() throws SQLException {
    Map<String, String> last = new HashMap<>();
    for (Chain.Line line : chain.lines()) {
      if (line.text("kind").equals("DECISION_MADE")) {
        last.put(line.state().path("dossier").asText(), line.text("subject"));
      }
    }
    each(
        "select dossier, id from decision where standing = true",
        row -> {
          if (!row.get(1).equals(last.remove(row.get(0)))) {
            faults.add("DOUBLED decision " + row.get(1) + " stands on " + row.get(0));
          }
        });
    last.keySet().forEach(d -> faults.add("LOST no decision stands on " + d));
  }

  private void each(String sql, Consumer<List<String>> row) throws SQLException {
    try (Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        String[] values = new String[columns];
        for (int c = 0; c < columns; c++) {
          String value = rows.getString(c + 1);
          values[c] = value == null ? "" : value;
        }
        row.accept(List.of(values));
      }
    }
  }
}
