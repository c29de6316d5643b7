package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.StatedParcel;
import java.time.ZoneId;
import java.util.Optional;

/** A unit's own word on when it posted the paper: of class C, so it only ever asks a person. */
final class StatedPostmark {
  private StatedPostmark() {}

  /** A late verdict becomes a person's where the unit states a postmark that would be in time. */
  static TimeVerdict beside(Dossier dossier, TimeVerdict verdict, UnitCase facts) {
    boolean mayBeTimely =
        dossier.parcel().filter(p -> isTimely(p, verdict, facts.zone())).isPresent();
    return verdict.value() == Value.LATE && mayBeTimely
        ? Verdicts.as(Value.UNDETERMINED, verdict, "单位称纸质材料已在期限内寄出，须核实邮戳后由工作人员认定。")
        : verdict;
  }

  private static boolean isTimely(StatedParcel parcel, TimeVerdict verdict, ZoneId zone) {
    Optional<Deadline> byPostmark =
        verdict.deadline().filter(d -> d.basis().contains(Basis.POSTMARK));
    if (byPostmark.isEmpty()) {
      return false;
    }
    return parcel
        .dispatchPostmark()
        .map(day -> day.atStartOfDay(zone).toInstant())
        .map(from -> verdict.mostLenient().map(from::isBefore).orElse(true))
        .orElse(!parcel.item().isBlank());
  }
}
