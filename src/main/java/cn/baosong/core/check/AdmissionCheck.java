package cn.baosong.core.check;

import cn.baosong.core.call.Admission;
import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    Succession.of(facts).examined().stream()
        .map(Dossier::submission)
        .distinct()
        .map(facts.submissions()::get)
        .filter(s -> s != null)
        .forEach(
            delivery -> {
              unit(delivery, facts).ifPresent(found::add);
              channel(delivery, facts).ifPresent(found::add);
              tooEarly(delivery, facts).ifPresent(found::add);
            });
    return found;
  }

  /** Whether the notice addresses units of this kind. */
  static boolean isAdmitted(UnitCase facts) {
    Admission admission = facts.call().admission();
    return !admission.redirected().containsKey(facts.unitKind())
        && (admission.kinds().isEmpty() || admission.kinds().containsKey(facts.unitKind()))
        && facts
            .call()
            .readings(Options.admitted(facts.unitKind()), "true")
            .equals(List.of("true"));
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

  private static Optional<Finding> channel(Submission delivery, UnitCase facts) {
    List<Channel> used = delivery.receipts().stream().map(Receipt::channel).distinct().toList();
    boolean all =
        used.stream()
            .allMatch(c -> facts.call().admission().forbiddenChannels().contains(c.code()));
    if (!all) {
      return Optional.empty();
    }
    String names = used.stream().map(Channel::chinese).collect(Collectors.joining("、"));
    return Optional.of(
        Subject.of(delivery.number())
            .finding(
                FindingCode.CHANNEL_NOT_ADMITTED,
                Outcome.REFER,
                ground(facts),
                names,
                "本通知不接受以“" + names + "”方式报送，请按通知载明的方式报送；本次收到时间已保留，由工作人员处理。"));
  }

  private static Optional<Finding> tooEarly(Submission delivery, UnitCase facts) {
    Optional<Instant> opens =
        Deadlines.ofUnit(facts).stream()
            .map(Deadline::opens)
            .flatMap(Optional::stream)
            .map(OffsetDateTime::toInstant)
            .min(Instant::compareTo);
    Instant last =
        delivery.receipts().stream()
            .map(r -> r.received().interval().latest())
            .max(Instant::compareTo)
            .orElseThrow();
    return opens
        .filter(last::isBefore)
        .map(
            from ->
                Subject.of(delivery.number())
                    .finding(
                        FindingCode.CALL_NOT_OPEN,
                        Outcome.REFER,
                        ground(facts),
                        TimeWords.evidence(delivery.effective().received(), facts.zone()),
                        "收到时间早于通知规定的受理开始时间，由工作人员处理。"));
  }

  private static Ground ground(UnitCase facts) {
    return new Ground("", facts.call().admission().clause());
  }
}
