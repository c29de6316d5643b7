package cn.baosong.store;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts and correspondence as ledger of what was taken in. */
public final class SqlLedger implements Ledger {
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  public SqlLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> unknown(Channel channel, Collection<String> nativeIds) {
    Map<String, String> byKey = new LinkedHashMap<>();
    nativeIds.forEach(id -> byKey.put(SqlSubmissions.ledgerKey(id), id));
    List<String> keys = new ArrayList<>(byKey.keySet());
    Set<String> known = new HashSet<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      known.addAll(known(channel, keys.subList(from, Math.min(from + AT_ONCE, keys.size()))));
    }
    byKey.keySet().removeAll(known);
    return new LinkedHashSet<>(byKey.values());
  }

  @Override
  public long probes(Channel channel, Collection<String> nativeIds) {
    List<String> keys = nativeIds.stream().map(SqlSubmissions::ledgerKey).toList();
    long found = 0;
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      found +=
          jdbc.sql(
                  "select count(*) from probe_seen"
                      + " where channel = :channel and native_id in (:keys)")
              .param("channel", channel.name())
              .param("keys", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
              .query(Long.class)
              .single();
    }
    return found;
  }

  private List<String> known(Channel channel, List<String> keys) {
    return jdbc.sql(
            "select native_id from receipt where channel = :channel and native_id in (:keys)"
                + " union select native_id from correspondence"
                + " where channel = :channel and native_id in (:keys)"
                + " union select native_id from probe_seen"
                + " where channel = :channel and native_id in (:keys)")
        .param("channel", channel.name())
        .param("keys", keys)
        .query(String.class)
        .list();
  }
}
