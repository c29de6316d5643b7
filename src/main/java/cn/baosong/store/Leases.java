package cn.baosong.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases under which rows are worked on. */
public final class Leases {
  private static final List<String> LEASED =
      List.of(
          "submission",
          "unit_call",
          "letter",
          "mailing",
          "delivery",
          "mail_folder",
          "scan",
          "digest_turn");

  private final JdbcClient jdbc;

  public Leases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Ends every lease that a dead process left, so that its work goes on at once: only at the start
   * of the one office that uses the database, which on H2 is always so.
   */
  public void endAll() {
    for (String table : LEASED) {
      jdbc.sql("update " + table + " set lease_until = null where lease_until is not null")
          .update();
    }
  }
}
