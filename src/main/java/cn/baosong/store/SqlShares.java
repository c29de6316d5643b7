package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.desk.Shares;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shares in SQL: two counts, each by an index that holds all they read. */
public final class SqlShares implements Shares {
  static final String HANDS =
      "select call_id, hand, state, count(*) as many from dossier group by call_id, hand, state";
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
    jdbc.sql(HANDS)
        .query(
            row -> {
              Handling hand = Handling.valueOf(row.getString("hand"));
              if (hand != Handling.REPLACED) {
                hands
                    .computeIfAbsent(new CallId(row.getString("call_id")), c -> new TreeMap<>())
                    .computeIfAbsent(hand, h -> new TreeMap<>())
                    .put(DossierState.valueOf(row.getString("state")), row.getLong("many"));
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
