package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One half in time, the other not (A03, A14, F8, F9). */
final class PartTimes {
  private PartTimes() {}

  /** What the half that is not in time asks for, where the delivery as a whole is not late. */
  static List<Finding> findings(Dossier dossier, DossierTimes times, UnitCase facts) {
    if (times.verdict().value() == Value.LATE) {
      return List.of();
    }
    List<TimeVerdict> parts =
        Stream.concat(times.paper().stream(), times.electronic().stream()).toList();
    boolean mixed = parts.stream().map(TimeVerdict::value).distinct().count() > 1;
    return parts.stream()
        .filter(part -> mixed && part.value() != Value.ON_TIME)
        .filter(part -> part.value() == Value.LATE || times.verdict().value() == Value.ON_TIME)
        .map(part -> finding(dossier, part, facts))
        .toList();
  }

  static Ground ground(TimeVerdict verdict) {
    return new Ground("", verdict.deadline().map(Deadline::clause).orElse(Clause.NONE));
  }

  static String observed(TimeVerdict verdict, UnitCase facts) {
    return verdict.evidence().map(e -> TimeWords.evidence(e, facts.zone())).orElse("");
  }

  private static Finding finding(Dossier dossier, TimeVerdict part, UnitCase facts) {
    Optional<Outcome> settled = settled(part, facts);
    FindingCode code =
        part.value() == Value.LATE ? FindingCode.PART_LATE : FindingCode.TIME_UNDETERMINED;
    String half = part.deadline().map(PartTimes::half).orElse("其中一部分材料");
    return Subject.of(dossier)
        .finding(
            code,
            settled.orElse(Outcome.REFER),
            ground(part),
            observed(part, facts),
            half + "：" + part.explanation() + remedy(settled.orElse(Outcome.REFER)));
  }

  /** What the office has settled for a late electronic half; a late paper is always a person's. */
  private static Optional<Outcome> settled(TimeVerdict part, UnitCase facts) {
    List<String> rules = facts.call().readings(Options.ELECTRONIC_DATE_RULE, Options.RECEIPT);
    boolean electronic = part.deadline().filter(d -> d.part() == Part.ELECTRONIC).isPresent();
    if (!electronic || rules.size() > 1 || rules.get(0).equals(Options.RECEIPT)) {
      return Optional.empty();
    }
    return Optional.of(
        rules.get(0).equals(Options.SAME_AS_PAPER) ? Outcome.REMARK : Outcome.CORRECT);
  }

  private static String half(Deadline deadline) {
    return switch (deadline.part()) {
      case PAPER -> "纸质材料";
      case ELECTRONIC -> "电子材料";
    };
  }

  private static String remedy(Outcome outcome) {
    return switch (outcome) {
      case CORRECT -> "请说明情况，并确认电子材料与纸质材料一致。";
      case REFER -> "已提交工作人员认定。";
      case PASS, REMARK, BLOCK -> "";
    };
  }
}
