package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One half waits for the other within its window; after it a person is asked (domain.md F8–F10).
 */
final class Waiting {
  private Waiting() {}

  /** No parcel is registered yet where one is expected. */
  static Finding forPaper(Dossier dossier, DossierTimes times, UnitCase facts) {
    Instant until = paperUntil(facts);
    boolean lapsed = facts.asOf().isAfter(until);
    String sentence = lapsed ? "已超过纸质材料等候期（%s），仍未登记到纸质材料，由工作人员处理。" : "电子材料已收到，等待纸质材料寄达登记（等候至%s）。";
    return Subject.of(dossier)
        .finding(
            FindingCode.PAPER_NOT_RECEIVED,
            lapsed ? Outcome.REFER : Outcome.REMARK,
            PartTimes.ground(times.verdict()),
            "",
            sentence.formatted(day(until, facts)));
  }

  /** A postmark in time on a parcel that came after the batch was closed (F10). */
  static Optional<Finding> closedBefore(Dossier dossier, DossierTimes times, UnitCase facts) {
    Instant until = paperUntil(facts);
    boolean came =
        PapersOf.naming(dossier, facts).stream().anyMatch(p -> !p.received().isAfter(until));
    if (facts.call().paper().mode() != Mode.PARCEL
        || times.verdict().value() != Value.ON_TIME
        || came) {
      return Optional.empty();
    }
    return Optional.of(
        Subject.of(dossier)
            .finding(
                FindingCode.TIME_UNDETERMINED,
                Outcome.REFER,
                PartTimes.ground(times.verdict()),
                PartTimes.observed(times.verdict(), facts),
                "纸质材料按邮戳在期限内，送到时已超过等候期（" + day(until, facts) + "），由工作人员认定。"));
  }

  /** Candidates of whom only paper has come. */
  static List<Finding> forElectronic(UnitCase facts) {
    Instant until = electronicUntil(facts);
    boolean lapsed = facts.asOf().isAfter(until);
    return facts.dossiers().stream()
        .filter(d -> d.paperOnly().isPresent() && d.state() != DossierState.SUPERSEDED)
        .map(d -> forElectronic(d, lapsed, day(until, facts)))
        .toList();
  }

  private static Finding forElectronic(Dossier dossier, boolean lapsed, String until) {
    String sentence =
        lapsed ? "纸质材料已登记，电子材料报送期限（%s）已过，仍未收到其电子材料，由工作人员处理。" : "纸质材料已登记，等待该人选的电子材料（等候至%s）。";
    return Subject.of(dossier)
        .finding(
            FindingCode.ELECTRONIC_NOT_RECEIVED,
            lapsed ? Outcome.REFER : Outcome.REMARK,
            new Ground("", Clause.NONE),
            "",
            sentence.formatted(until));
  }

  private static Instant paperUntil(UnitCase facts) {
    Instant last = last(Deadlines.ofUnit(facts).stream(), facts);
    return last.equals(Instant.MAX)
        ? last
        : last.plus(Duration.ofDays(facts.call().paper().waitDays()));
  }

  /** The deadline of the electronic half; where the notice names none, that of the paper. */
  private static Instant electronicUntil(UnitCase facts) {
    List<Deadline> all = Deadlines.ofUnit(facts);
    List<Deadline> electronic = all.stream().filter(d -> d.part() == Part.ELECTRONIC).toList();
    return last((electronic.isEmpty() ? all : electronic).stream(), facts);
  }

  private static Instant last(Stream<Deadline> deadlines, UnitCase facts) {
    return deadlines
        .map(d -> DeadlineReading.of(d, facts).limits().furthest())
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private static String day(Instant until, UnitCase facts) {
    return until.equals(Instant.MAX) ? "未载明" : TimeWords.limit(until, facts.zone());
  }
}
