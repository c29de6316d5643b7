package cn.baosong.store;

import cn.baosong.desk.AuditTrail;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The event table from its end, by the order in which it was written. */
public final class SqlAuditTrail implements AuditTrail {
  private static final String SELECT =
      "select seq, at, kind, subject, actor, reason, ord from event";

  /** Told at most: the first few say what happened. */
  private static final int MOST_FAULTS = 100;

  private final JdbcClient jdbc;
  private final JournalRows rows;
  private final Path journal;

  public SqlAuditTrail(DataSource source, PlatformTransactionManager manager, Path home) {
    this.jdbc = JdbcClient.create(source);
    this.rows = new JournalRows(jdbc, manager, Dialect.of(source));
    this.journal = Journal.directory(home);
  }

  private record Ordered(Event event, long ord) {}

  @Override
  public Page<Event> events(Filters.OfEvents filter, Window window) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>();
    filter.kind().ifPresent(kind -> bind("kind", kind.name(), values, conditions));
    filter.actor().ifPresent(actor -> bind("actor", actor, values, conditions));
    filter.subject().ifPresent(subject -> bind("subject", subject, values, conditions));
    window
        .after()
        .flatMap(SqlAuditTrail::ord)
        .ifPresent(
            ord -> {
              values.put("ord", ord);
              conditions.add("ord < :ord");
            });
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    List<Ordered> found =
        jdbc.sql(SELECT + where + " order by ord desc fetch first :most rows only")
            .params(values)
            .param("most", window.limit() + 1)
            .query((row, n) -> new Ordered(EventRow.of(row), row.getLong("ord")))
            .list();
    List<Ordered> shown = found.stream().limit(window.limit()).toList();
    return new Page<>(
        shown.stream().map(Ordered::event).toList(),
        found.size() > shown.size() ? Optional.of(place(shown)) : Optional.empty());
  }

  private static void bind(
      String column, String value, Map<String, Object> values, List<String> conditions) {
    values.put(column, value);
    conditions.add(column + " = :" + column);
  }

  private static Place place(List<Ordered> shown) {
    Ordered last = shown.get(shown.size() - 1);
    return new Place(last.event().at(), Long.toString(last.ord()));
  }

  /** A place that is no number begins the list anew. */
  private static Optional<Long> ord(Place place) {
    try {
      return Optional.of(Long.parseLong(place.id()));
    } catch (NumberFormatException strange) {
      return Optional.empty();
    }
  }

  @Override
  public long acts() {
    return rows.last().map(JournalRows.Link::seq).orElse(0L);
  }

  @Override
  public Proof prove(LongConsumer proven) {
    List<Fault> faults = new ArrayList<>();
    Consumer<Fault> first =
        fault -> {
          if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
          }
        };
    return new Proof(new ChainProof(rows, journal, first, proven).whileItGrows().run(), faults);
  }
}
