package cn.baosong.store;

import cn.baosong.desk.digest.DigestTurns;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The turns of the digest, in SQL; a dead process loses its own after a quarter of an hour. */
public final class SqlDigestTurns implements DigestTurns {
  private static final String LEASE = "current_timestamp + interval '15' minute";

  private final JdbcClient jdbc;

  public SqlDigestTurns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean take(LocalDate day, String address) {
    int known =
        jdbc.sql(
                "update digest_turn set lease_until = "
                    + LEASE
                    + " where of_day = ? and address = ?"
                    + " and (lease_until is null or lease_until < current_timestamp)")
            .params(day, address)
            .update();
    return known == 1 || isFirst(day, address);
  }

  private boolean isFirst(LocalDate day, String address) {
    try {
      jdbc.sql(
              "insert into digest_turn (of_day, address, lease_until) values (?, ?, " + LEASE + ")")
          .params(day, address)
          .update();
      return true;
    } catch (DuplicateKeyException anothers) {
      return false;
    }
  }

  @Override
  public void giveBack(LocalDate day, String address) {
    jdbc.sql("update digest_turn set lease_until = null where of_day = ? and address = ?")
        .params(day, address)
        .update();
  }
}
