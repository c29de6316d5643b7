package cn.baosong.core.check;

import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.dossier.PartialDate.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of a publicity (公示), counted as published notices do and as the Civil Code does
 * (domain.md 2.2).
 */
final class Publicity {
  private final Procedure procedure;
  private final ProcedureEvidence evidence;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> to;

  private Publicity(Procedure procedure, ProcedureEvidence evidence) {
    this.procedure = procedure;
    this.evidence = evidence;
    this.from = day(evidence.date(procedure.from()));
    this.to = day(evidence.date(procedure.to()));
  }

  /** Empty for a step that the notice gives no dates. */
  static Optional<Publicity> of(Procedure procedure, ProcedureEvidence evidence) {
    return procedure.from().isPresent() || procedure.to().isPresent()
        ? Optional.of(new Publicity(procedure, evidence))
        : Optional.empty();
  }

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    if (from.isEmpty() || to.isEmpty()) {
      unread().ifPresent(found::add);
      return found;
    }
    if (to.get().isBefore(from.get())) {
      found.add(finding(Outcome.CORRECT, "结束日期早于开始日期，请更正。"));
      return found;
    }
    procedure.minDays().flatMap(this::length).ifPresent(found::add);
    after().ifPresent(found::add);
    before().ifPresent(found::add);
    return found;
  }

  private Optional<Finding> unread() {
    if (procedure.minDays().isEmpty() && procedure.after().isEmpty()) {
      return Optional.empty();
    }
    boolean blank =
        procedure.from().flatMap(evidence::text).isEmpty()
            || procedure.to().flatMap(evidence::text).isEmpty();
    return Optional.of(
        blank
            ? finding(Outcome.CORRECT, "未注明起止日期，请补充。")
            : finding(Outcome.REFER, "起止日期无法识别，由工作人员认定。"));
  }

  private Optional<Finding> length(int least) {
    Optional<Integer> withFirst = count(from.orElseThrow(), to.orElseThrow());
    Optional<Integer> without = count(from.orElseThrow().plusDays(1), to.orElseThrow());
    String unit = procedure.working() ? "个工作日" : "日";
    if (withFirst.isEmpty() || without.isEmpty()) {
      return Optional.of(finding(Outcome.REFER, "天数因缺少该年度工作日数据不能计算，由工作人员认定。"));
    }
    if (without.get() >= least) {
      return Optional.empty();
    }
    if (procedure.countFirstDay() && withFirst.get() >= least) {
      return Optional.of(
          finding(
              Outcome.REMARK,
              "计入首日为%d%s，不计首日为%d%s，按计入首日认定满足。"
                  .formatted(withFirst.get(), unit, without.get(), unit)));
    }
    int counted = procedure.countFirstDay() ? withFirst.get() : without.get();
    return Optional.of(
        finding(
            Outcome.CORRECT, "要求不少于%d%s，实为%d%s，请补足后重新报送证明。".formatted(least, unit, counted, unit)));
  }

  private Optional<Integer> count(LocalDate first, LocalDate last) {
    WorkingDays calendar = evidence.facts().workingDays();
    return procedure.working()
        ? calendar.countInclusive(first, last)
        : Optional.of((int) ChronoUnit.DAYS.between(first, last) + 1);
  }

  /** The earlier step must have ended before this one begins. */
  private Optional<Finding> after() {
    return procedure
        .after()
        .flatMap(evidence::procedure)
        .flatMap(earlier -> day(evidence.date(earlier.to())))
        .filter(end -> !end.isBefore(from.orElseThrow()))
        .map(end -> finding(Outcome.REFER, "在前一程序结束（" + TimeWords.day(end) + "）之前开始，由工作人员核实。"));
  }

  /** It must have ended before the recommendation it stands for, and before that was delivered. */
  private Optional<Finding> before() {
    LocalDate end = to.orElseThrow();
    Optional<LocalDate> recommended = day(evidence.date(procedure.endsBefore()));
    if (recommended.filter(day -> !end.isBefore(day)).isPresent()) {
      return recommended.map(
          day -> finding(Outcome.REFER, "在推荐之日（" + TimeWords.day(day) + "）尚未结束，由工作人员核实。"));
    }
    return evidence
        .delivered()
        .filter(end::isAfter)
        .map(day -> finding(Outcome.REFER, "在报送之日（" + TimeWords.day(day) + "）尚未结束，由工作人员核实。"));
  }

  private Finding finding(Outcome outcome, String sentence) {
    String observed =
        procedure.from().flatMap(evidence::text).orElse("")
            + "至"
            + procedure.to().flatMap(evidence::text).orElse("");
    return evidence.finding(procedure, FindingCode.PUBLICITY_SHORT, outcome, observed, sentence);
  }

  private static Optional<LocalDate> day(Optional<PartialDate> date) {
    return date.filter(d -> d.precision() == Precision.DAY).map(PartialDate::earliest);
  }
}
