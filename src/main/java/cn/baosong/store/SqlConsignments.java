package cn.baosong.store;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Consignments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases on their way to departments, in SQL. */
public final class SqlConsignments implements Consignments {
  private static final String ANEW =
      "lease_until = null, tries = 0, failed_at = null, last_error = null";

  private final Book book;

  public SqlConsignments(Book book) {
    this.book = book;
  }

  /** What a change of the queue means for the case; {@code event} is the change. */
  static void follow(JdbcClient jdbc, QueueEntry entry, UUID event) {
    switch (entry.state()) {
      case QUEUED -> due(jdbc, entry, event);
      case RETURNED, REMOVED ->
          jdbc.sql(
                  "update delivery set state = 'WITHDRAWN', "
                      + ANEW
                      + " where dossier = ? and state = 'WAITING'")
              .param(entry.dossier().value())
              .update();
      case CLAIMED, HANDED_OVER -> {
        // The case is on its way or there already.
      }
    }
  }

  private static void due(JdbcClient jdbc, QueueEntry entry, UUID event) {
    int known =
        jdbc.sql(
                "update delivery set department = ?, serial = serial + 1, state = 'WAITING',"
                    + " event_id = ?, due_at = current_timestamp, delivered_at = null, "
                    + ANEW
                    + " where dossier = ?")
            .params(entry.department(), event, entry.dossier().value())
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into delivery (dossier, department, serial, state, event_id, due_at)"
                  + " values (?, ?, 1, 'WAITING', ?, current_timestamp)")
          .params(entry.dossier().value(), entry.department(), event)
          .update();
    }
  }

  @Override
  public boolean waits(Consignment consignment) {
    return book.jdbc()
        .sql("select 1 from delivery where dossier = ? and serial = ? and state = 'WAITING'")
        .params(consignment.dossier().value(), consignment.serial())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public void delivered(Consignment consignment, Act act) {
    book.update(
        row(consignment, book.now()),
        "state = 'WAITING' and serial = " + consignment.serial(),
        act);
  }

  @Override
  public Map<DossierNumber, Journey> journeys(Collection<DossierNumber> dossiers) {
    Map<DossierNumber, Journey> journeys = new HashMap<>();
    for (List<String> some : Batches.of(dossiers)) {
      book.jdbc()
          .sql(
              "select dossier, state, delivered_at, tries, last_error, doc from delivery"
                  + " where dossier in (:dossiers)")
          .param("dossiers", some)
          .query(
              row -> {
                journeys.put(new DossierNumber(row.getString("dossier")), journey(row));
              });
    }
    return journeys;
  }

  private Journey journey(ResultSet row) throws SQLException {
    int tries = row.getInt("tries");
    Optional<String> failure = Optional.ofNullable(row.getString("last_error"));
    return new Journey(
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("doc"))
            .map(doc -> book.docs().read(doc, Consignment.class).route()),
        Columns.instantIfAny(row, "delivered_at"),
        tries,
        failure,
        failure.isPresent() && tries >= SqlFailures.PARKED_AFTER);
  }

  static Row row(Consignment consignment, Instant now) {
    Columns columns =
        new Columns()
            .worked("state", "'DELIVERED'")
            .at("delivered_at", now)
            .worked("lease_until", "null")
            .with("tries", 0)
            .worked("failed_at", "null")
            .worked("last_error", "null");
    return new Row(Table.DELIVERY, consignment.dossier().value(), consignment, columns);
  }
}
