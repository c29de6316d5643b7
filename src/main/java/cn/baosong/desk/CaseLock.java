package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import java.util.function.Supplier;

/** One transaction that holds a unit's case in a call, so that no assessment runs beside it. */
public record CaseLock(UnitCalls unitCalls, UnitOfWork work) {

  <T> T holding(CallId call, UnitCode unit, Supplier<T> change) {
    return work.inTransaction(
        () -> {
          unitCalls.lock(call, unit);
          return change.get();
        });
  }

  void assessAgain(CallId call, UnitCode unit) {
    unitCalls.request(call, unit);
  }
}
