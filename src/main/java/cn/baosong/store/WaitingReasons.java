package cn.baosong.store;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why dossiers wait, beside them in a form that an index counts; it follows from the record. */
final class WaitingReasons {
  private WaitingReasons() {}

  /** What is judged anew, or does not wait any more, has no reason to wait. */
  static void follow(JdbcClient jdbc, Dossier dossier) {
    switch (dossier.state()) {
      case RECEIVED, ACCEPTED, RETURNED, REJECTED, SUPERSEDED, WITHDRAWN ->
          forget(jdbc, dossier.number().value());
      case IN_REVIEW, AWAITING_PAPER, AWAITING_ELECTRONIC -> {
        // its decision tells why
      }
    }
  }

  static void follow(JdbcClient jdbc, Decision decision) {
    String dossier = decision.dossier().value();
    forget(jdbc, dossier);
    for (FindingCode code : decision.waitsFor()) {
      jdbc.sql(
              "insert into waiting_reason (dossier, code, call_id, registered_at)"
                  + " select number, cast(? as varchar(60)), call_id, registered_at from dossier"
                  + " where number = ?")
          .params(code.name(), dossier)
          .update();
    }
  }

  private static void forget(JdbcClient jdbc, String dossier) {
    jdbc.sql("delete from waiting_reason where dossier = ?").param(dossier).update();
  }
}
