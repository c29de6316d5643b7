package cn.baosong.store;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Probe;
import cn.baosong.desk.Probes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The probes in SQL. */
public final class SqlProbes implements Probes {
  private static final String PROBE =
      "select id, source, sent_at, failure, arrived_at, place from probe where ";
  private static final String OF_SOURCE = PROBE + "source = ?";
  private static final String NEWEST = " order by sent_at desc, id desc fetch first 1 rows only";
  private static final int LONGEST_FAILURE = 1000;
  private static final int KEY_BYTES = 32;
  private static final String SEAL = "HmacSHA256";

  private final JdbcClient jdbc;
  private volatile Optional<String> known = Optional.empty();

  public SqlProbes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void save(Probe probe) {
    String failure = probe.failure().map(SqlProbes::cut).orElse(null);
    int changed =
        jdbc.sql("update probe set failure = ? where id = ?").params(failure, probe.id()).update();
    if (changed == 0) {
      jdbc.sql("insert into probe (id, source, sent_at, failure) values (?, ?, ?, ?)")
          .params(probe.id(), probe.source(), Columns.time(probe.sent()), failure)
          .update();
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
  }

  @Override
  public void seen(
      String id, Channel channel, Optional<String> nativeId, Instant at, String place) {
    jdbc.sql("update probe set arrived_at = ?, place = ? where id = ? and arrived_at is null")
        .params(Columns.time(at), place, id)
        .update();
    nativeId.ifPresent(copy -> count(channel, copy, id));
  }

  private void count(Channel channel, String copy, String id) {
    try {
      jdbc.sql("insert into probe_seen (channel, native_id, probe) values (?, ?, ?)")
          .params(channel.name(), SqlSubmissions.ledgerKey(copy), id)
          .update();
    } catch (DuplicateKeyException counted) {
      return; // shown twice, as another process did
    }
  }

  @Override
  public Optional<Probe> find(String id) {
    return one(PROBE + "id = ?", id);
  }

  @Override
  public Optional<Probe> last(String source) {
    return one(OF_SOURCE + NEWEST, source);
  }

  @Override
  public Optional<Probe> lastArrived(String source) {
    return one(OF_SOURCE + " and arrived_at is not null" + NEWEST, source);
  }

  private Optional<Probe> one(String sql, String param) {
    return jdbc.sql(sql)
        .param(param)
        .query(
            (row, number) ->
                new Probe(
                    row.getString("id"),
                    row.getString("source"),
                    Columns.instantIfAny(row, "sent_at").orElseThrow(),
                    Optional.ofNullable(row.getString("failure")),
                    Columns.instantIfAny(row, "arrived_at"),
                    Optional.ofNullable(row.getString("place"))))
        .optional();
  }

  @Override
  public Optional<Instant> waitingSince(String source, Instant after) {
    return jdbc.sql(
            "select sent_at from probe where source = ? and sent_at > ?"
                + " and arrived_at is null and failure is null"
                + " order by sent_at, id fetch first 1 rows only")
        .params(source, Columns.time(after))
        .query((row, number) -> Columns.instantIfAny(row, "sent_at").orElseThrow())
        .optional();
  }

  @Override
  public void forget(Instant before) {
    jdbc.sql("delete from probe where sent_at < ?").param(Columns.time(before)).update();
  }

  @Override
  public String seal(String text) {
    try {
      Mac mac = Mac.getInstance(SEAL);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret()), SEAL));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has " + SEAL, missing);
    }
  }

  private String secret() {
    if (known.isEmpty()) {
      known = Optional.of(stored().orElseGet(this::made));
    }
    return known.orElseThrow();
  }

  private Optional<String> stored() {
    return jdbc.sql("select secret from office_key where name = 'probe'")
        .query(String.class)
        .optional();
  }

  private String made() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    try {
      jdbc.sql("insert into office_key (name, secret) values ('probe', ?)")
          .param(HexFormat.of().formatHex(random))
          .update();
    } catch (DuplicateKeyException other) {
      return stored().orElseThrow();
    }
    return HexFormat.of().formatHex(random);
  }
}
