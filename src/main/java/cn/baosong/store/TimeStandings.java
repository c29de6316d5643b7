package cn.baosong.store;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.night.Timing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each dossier stands in time: what follows from its standing decision. */
final class TimeStandings {
  private TimeStandings() {}

  /** What is replaced, or judged anew, stands nowhere. */
  static void follow(JdbcClient jdbc, Dossier dossier) {
    switch (dossier.state()) {
      case RECEIVED, SUPERSEDED -> forget(jdbc, dossier.number());
      case AWAITING_PAPER,
          AWAITING_ELECTRONIC,
          IN_REVIEW,
          ACCEPTED,
          RETURNED,
          REJECTED,
          WITHDRAWN -> {
        // its decision tells how
      }
    }
  }

  static void follow(JdbcClient jdbc, Decision decision) {
    forget(jdbc, decision.dossier());
    jdbc.sql(
            "insert into time_standing (dossier, call_id, timing, registered_at)"
                + " select number, call_id, cast(? as varchar(12)), registered_at from dossier"
                + " where number = ? and state <> 'SUPERSEDED'")
        .params(Timing.of(decision).name(), decision.dossier().value())
        .update();
  }

  private static void forget(JdbcClient jdbc, DossierNumber dossier) {
    jdbc.sql("delete from time_standing where dossier = ?").param(dossier.value()).update();
  }
}
