package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.desk.Shares;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shares in SQL: what is kept by hand, and a count by an index that holds all it reads. */
public final class SqlShares implements Shares {
  static final String REASONS =
      "select call_id, code, count(*) as many from waiting_reason group by call_id, code";

  private final JdbcClient jdbc;

  public SqlShares(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<CallId, Share> byCall() {
    Map<CallId, Map<Handling, Map<DossierState, Long>>> hands = new TreeMap<>();
    Map<CallId, Map<FindingCode, Long>> reasons = new TreeMap<>();
    StateCounts.all(jdbc, Table.DOSSIER.name())
        .forEach(
            (place, many) -> {
              Handling hand = Handling.valueOf(place.part());
              if (hand != Handling.REPLACED) {
                hands
                    .computeIfAbsent(new CallId(place.call()), c -> new TreeMap<>())
                    .computeIfAbsent(hand, h -> new TreeMap<>())
                    .put(DossierState.valueOf(place.state()), many);
              }
            });
    jdbc.sql(REASONS)
        .query(
            row -> {
              reasons
                  .computeIfAbsent(new CallId(row.getString("call_id")), c -> new TreeMap<>())
                  .put(FindingCode.valueOf(row.getString("code")), row.getLong("many"));
            });
    Map<CallId, Share> shares = new TreeMap<>();
    hands.forEach(
        (call, counts) ->
            shares.put(call, new Share(counts, reasons.getOrDefault(call, Map.of()))));
    return shares;
  }
}
