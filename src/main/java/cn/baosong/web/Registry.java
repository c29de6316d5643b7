package cn.baosong.web;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Units;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names of what the record holds by code. */
@Component
public final class Registry {
  private final Calls calls;
  private final Units units;

  Registry(Calls calls, Units units) {
    this.calls = calls;
    this.units = units;
  }

  public Optional<Unit> unit(Optional<UnitCode> code) {
    return code.flatMap(units::find);
  }

  public Optional<Call> call(Optional<CallId> id) {
    return id.flatMap(calls::find);
  }
}
