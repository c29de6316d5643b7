package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.UnitCalls;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that assessment waits on and locks. */
public final class SqlUnitCalls implements UnitCalls {
  /** A new wish does not wait out the pause after a failure. */
  private static final String WAIT =
      "update unit_call set waiting = true, requested = requested + 1, tries = 0,"
          + " lease_until = case when failed_at is null then lease_until end,"
          + " failed_at = null, last_error = null";

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  public SqlUnitCalls(JdbcClient jdbc, PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(manager);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  public void request(CallId call, UnitCode unit) {
    if (wait(call, unit) == 0 && !begin(call, unit, true)) {
      wait(call, unit);
    }
  }

  private int wait(CallId call, UnitCode unit) {
    return jdbc.sql(WAIT + " where call_id = ? and unit_code = ?")
        .params(call.value(), unit.value())
        .update();
  }

  @Override
  public void lock(CallId call, UnitCode unit) {
    if (!locked(call, unit)) {
      begin(call, unit, false);
      locked(call, unit);
    }
  }

  private boolean locked(CallId call, UnitCode unit) {
    return jdbc.sql(
            "select requested from unit_call where call_id = ? and unit_code = ? for update")
        .params(call.value(), unit.value())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /**
   * The first row of a unit in a call, unless another transaction is first. The savepoint keeps the
   * caller's transaction usable then: PostgreSQL fails every statement after an error.
   */
  private boolean begin(CallId call, UnitCode unit, boolean waiting) {
    try {
      nested.executeWithoutResult(
          status ->
              jdbc.sql(
                      "insert into unit_call (call_id, unit_code, waiting, requested)"
                          + " values (?, ?, ?, ?)")
                  .params(call.value(), unit.value(), waiting, waiting ? 1 : 0)
                  .update());
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  @Override
  public void done(CallId call, UnitCode unit) {
    jdbc.sql(
            "update unit_call set waiting = (requested > claimed), lease_until = null, tries = 0,"
                + " failed_at = null, last_error = null where call_id = ? and unit_code = ?")
        .params(call.value(), unit.value())
        .update();
  }

  @Override
  public void requestAll(CallId call) {
    jdbc.sql(WAIT + " where call_id = ?").param(call.value()).update();
  }

  @Override
  public void requestInReview(CallId call) {
    request(call, List.of(DossierState.IN_REVIEW));
  }

  @Override
  public void requestRunning(CallId call) {
    request(
        call,
        List.of(
            DossierState.AWAITING_PAPER, DossierState.AWAITING_ELECTRONIC, DossierState.RETURNED));
  }

  private void request(CallId call, List<DossierState> having) {
    jdbc.sql(
            WAIT
                + " where call_id = :call and exists (select 1 from dossier d"
                + " where d.call_id = unit_call.call_id and d.unit_code = unit_call.unit_code"
                + " and d.state in (:states))")
        .param("call", call.value())
        .param("states", having.stream().map(Enum::name).toList())
        .update();
  }
}
