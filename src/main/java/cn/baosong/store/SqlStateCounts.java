package cn.baosong.store;

import cn.baosong.core.submission.Channel;
import cn.baosong.store.StateCounts.Place;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the counts small and right: folds the changes, compares with the record, mends. */
public final class SqlStateCounts {
  private static final Logger LOG = LoggerFactory.getLogger(SqlStateCounts.class);
  private static final int AT_ONCE = 1000;

  /** A comparison reads the indexes of whole tables: at every look in so many, once an hour. */
  private static final int LOOKS = 720;

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::table)
          .thenComparing(Place::call)
          .thenComparing(Place::part)
          .thenComparing(Place::state);

  private final JdbcClient jdbc;
  private final TransactionTemplate work;
  private volatile long drift;
  private int looks;

  public SqlStateCounts(JdbcClient jdbc, PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.work = new TransactionTemplate(manager);
  }

  /**
   * Folds what has changed; at the first look and then once in {@value #LOOKS} it holds the counts
   * against the record.
   */
  public synchronized void look() {
    while (fold() == AT_ONCE) {
      // the next thousand
    }
    if (looks++ % LOOKS == 0) {
      check();
    }
  }

  /** Records that the last comparison found counted wrongly; it mended them. */
  public long drift() {
    return drift;
  }

  /** Registered arrivals by channel. */
  public Map<Channel, Long> arrivals() {
    Map<Channel, Long> counts = new EnumMap<>(Channel.class);
    StateCounts.all(jdbc, StateCounts.RECEIPT)
        .forEach((place, many) -> counts.put(Channel.valueOf(place.part()), many));
    return counts;
  }

  /**
   * Compares the counts with the record in one statement, which sees both at one moment, and adds
   * what is missing. The office may work meanwhile.
   *
   * @return records that were counted wrongly
   */
  public long check() {
    Map<Place, Long> wrong = new TreeMap<>(ORDER);
    work.executeWithoutResult(
        status -> {
          oneAtATime();
          wrong.putAll(wrong());
          wrong.forEach((place, many) -> StateCounts.add(jdbc, place, -many));
        });
    drift = wrong.values().stream().mapToLong(Math::abs).sum();
    if (drift > 0) {
      LOG.warn("{} records were counted wrongly, now mended: {}", drift, wrong);
    }
    return drift;
  }

  /** Of two that compare at the same time, on two nodes, both would mend. */
  private void oneAtATime() {
    add(new Place("CHECK", "", "", ""), 0);
  }

  private Map<Place, Long> wrong() {
    String columns = " of_table, call_id, part, state, ";
    String kept =
        ("select%1$smany from state_count union all select%1$smany from state_change union all"
                + " select%1$s-many from (")
            .formatted(columns);
    Map<Place, Long> wrong = new TreeMap<>(ORDER);
    jdbc.sql(
            "select of_table, call_id, part, state, sum(many) as many from ("
                + kept
                + String.join(" union all ", StateCounts.COUNTED)
                + ") counted) compared group by of_table, call_id, part, state having sum(many) <> 0")
        .query(
            row -> {
              wrong.put(Place.of(row), row.getLong("many"));
            });
    return wrong;
  }

  private record Change(long id, Place place, long many) {}

  /** Those that another folds at the same time stay with it. */
  private int fold() {
    Integer folded =
        work.execute(
            status -> {
              List<Change> some = changes();
              Map<Place, Long> sums = new TreeMap<>(ORDER);
              some.forEach(change -> sums.merge(change.place(), change.many(), Long::sum));
              sums.forEach(this::add);
              forget(some);
              return some.size();
            });
    return folded == null ? 0 : folded;
  }

  private List<Change> changes() {
    return jdbc.sql(
            "select id, of_table, call_id, part, state, many from state_change order by id"
                + " fetch first "
                + AT_ONCE
                + " rows only for update skip locked")
        .query((row, n) -> new Change(row.getLong("id"), Place.of(row), row.getLong("many")))
        .list();
  }

  private void add(Place place, long many) {
    int known =
        jdbc.sql(
                "update state_count set many = many + ?"
                    + " where of_table = ? and call_id = ? and part = ? and state = ?")
            .params(many, place.table(), place.call(), place.part(), place.state())
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into state_count (of_table, call_id, part, state, many)"
                  + " values (?, ?, ?, ?, ?)")
          .params(place.table(), place.call(), place.part(), place.state(), many)
          .update();
    }
  }

  private void forget(List<Change> folded) {
    if (!folded.isEmpty()) {
      jdbc.sql("delete from state_change where id in (:ids)")
          .param("ids", folded.stream().map(Change::id).toList())
          .update();
    }
  }
}
