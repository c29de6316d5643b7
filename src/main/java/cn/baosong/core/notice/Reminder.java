package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Unit;
import cn.baosong.core.check.Closing;
import cn.baosong.core.decision.UnitStanding;
import java.time.Instant;
import java.util.List;

/**
 * What a reminder rests on.
 *
 * @param standing how far the unit has delivered
 * @param quotas that bind the unit
 * @param asOf the moment at which nothing more was on record
 */
public record Reminder(
    Call call,
    Unit unit,
    UnitStanding standing,
    List<Quota> quotas,
    Closing closing,
    Instant asOf) {
  public Reminder {
    quotas = List.copyOf(quotas);
  }
}
