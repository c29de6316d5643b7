package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import cn.baosong.desk.night.Nights;
import cn.baosong.desk.night.Timing;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last evening of a call in SQL. */
public final class SqlNights implements Nights {
  static final String ARRIVALS =
      "select floor(extract(epoch from received_latest) / 60) as of_minute, channel,"
          + " count(*) as many from submission"
          + " where call_id = :call and received_latest >= :from and received_latest <= :until"
          + " group by floor(extract(epoch from received_latest) / 60), channel";

  private static final String CHANNELS =
      "select channel, count(*) as many from submission"
          + " where call_id = :call and received_latest >= :from and received_latest <= :until"
          + " group by channel";

  private static final long MINUTE = 60;

  private final JdbcClient jdbc;
  private final Docs docs;

  public SqlNights(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.docs = new Docs(json);
  }

  @Override
  public List<Minute> arrivals(CallId call, Interval span) {
    return within(ARRIVALS, call, span)
        .query(
            (row, n) ->
                new Minute(
                    Instant.ofEpochSecond(row.getLong("of_minute") * MINUTE),
                    Channel.valueOf(row.getString("channel")),
                    row.getLong("many")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Minute::minute).thenComparing(Minute::channel))
        .toList();
  }

  @Override
  public Map<Channel, Long> channels(CallId call, Interval span) {
    Map<Channel, Long> counts = new EnumMap<>(Channel.class);
    within(CHANNELS, call, span)
        .query(
            row -> {
              counts.put(Channel.valueOf(row.getString("channel")), row.getLong("many"));
            });
    return counts;
  }

  private JdbcClient.StatementSpec within(String sql, CallId call, Interval span) {
    return jdbc.sql(sql)
        .param("call", call.value())
        .param("from", Columns.time(span.earliest()))
        .param("until", Columns.time(span.latest()));
  }

  @Override
  public Map<Timing, Long> timings(CallId call) {
    Map<Timing, Long> counts = new EnumMap<>(Timing.class);
    jdbc.sql("select timing, count(*) as many from time_standing where call_id = ? group by timing")
        .param(call.value())
        .query(
            row -> {
              counts.put(Timing.valueOf(row.getString("timing")), row.getLong("many"));
            });
    return counts;
  }

  @Override
  public Page<Dossier> dossiers(CallId call, Timing timing, Window window) {
    String select =
        "select d.doc as doc, t.registered_at as place_at, t.dossier as place_id"
            + " from time_standing t join dossier d on d.number = t.dossier";
    return new Listing(select, "t.registered_at", "t.dossier")
        .whereIs("t.call_id", Optional.of(call))
        .whereIs("t.timing", Optional.of(timing))
        .newestFirst(jdbc, window, (row, n) -> docs.read(row.getString("doc"), Dossier.class));
  }
}
