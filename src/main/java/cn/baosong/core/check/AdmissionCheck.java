package cn.baosong.core.check;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether this unit may deliver for this call at all, by this channel, and not too early. */
final class AdmissionCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.ADMISSION;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    List<Finding> found = new ArrayList<>();
    List<Dossier> examined = Succession.of(facts).examined();
    ChannelsUsed channels = new ChannelsUsed(facts);
    Openings openings = new Openings(facts);
    examined.stream()
        .map(Dossier::submission)
        .distinct()
        .map(facts.submissions()::get)
        .filter(s -> s != null)
        .forEach(
            delivery -> {
              unit(delivery, facts).ifPresent(found::add);
              channels.of(delivery).ifPresent(found::add);
              openings.of(delivery).ifPresent(found::add);
            });
    for (Dossier dossier : examined) {
      channels.of(dossier).ifPresent(found::add);
      openings.of(dossier).ifPresent(found::add);
    }
    return found;
  }

  /** Whether the notice addresses units of this kind. */
  static boolean isAdmitted(UnitCase facts) {
    return Admittance.of(facts.call(), facts.unitKind()) == Admittance.ADMITTED;
  }

  /** The question whether units of this kind deliver themselves, while nobody has settled it. */
  private static Optional<Ambiguity> question(UnitCase facts) {
    return facts
        .call()
        .ambiguity(Options.admitted(facts.unitKind()))
        .filter(ambiguity -> !ambiguity.isSettled());
  }

  private static Optional<Finding> unit(Submission delivery, UnitCase facts) {
    if (isAdmitted(facts)) {
      return Optional.empty();
    }
    String kind = facts.unitKind();
    Optional<Ambiguity> question = question(facts);
    String sentence =
        Optional.ofNullable(facts.call().admission().redirected().get(kind))
            .or(() -> question.map(open -> "通知未载明（" + open.question() + "），由工作人员认定；收到时间已保留。"))
            .orElse("未能确定该单位属于本通知的哪一类推荐单位，由工作人员认定；收到时间已保留。");
    return Optional.of(
        Subject.of(delivery.number())
            .finding(
                FindingCode.UNIT_NOT_ADMITTED,
                Outcome.REFER,
                question.map(open -> new Ground("", open.clause())).orElseGet(() -> ground(facts)),
                facts.unit().name() + (kind.isEmpty() ? "" : "（" + kind + "）"),
                sentence));
  }

  private static Ground ground(UnitCase facts) {
    return new Ground("", facts.call().admission().clause());
  }
}
