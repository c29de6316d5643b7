package cn.baosong.web.page.submission;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.AssignmentAdvice;
import cn.baosong.desk.AssignmentDesk;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Binds deliveries one by one, and tells of each what became of it. */
@Component
class Assignments {
  private static final int COMPLETED = 1000;

  private final AssignmentDesk desk;
  private final AssignmentAdvice advice;
  private final Records records;
  private final Calls calls;
  private final Units units;

  Assignments(
      AssignmentDesk desk, AssignmentAdvice advice, Records records, Calls calls, Units units) {
    this.desk = desk;
    this.advice = advice;
    this.records = records;
    this.calls = calls;
    this.units = units;
  }

  /**
   * What the form shows.
   *
   * @param chosen the deliveries to bind
   * @param same others of the source of the first
   * @param units names to complete what is typed
   */
  record Shown(
      List<Line> chosen,
      List<Line> same,
      AssignmentAdvice.Advice advice,
      List<Call> calls,
      List<String> units) {}

  /** A delivery in the form. */
  record Line(String publicId, String number, String name, String stated) {
    static Line of(Submission submission) {
      return new Line(
          submission.publicId(),
          submission.number().value(),
          Masking.text(submission.first().name()),
          Masking.text(
              submission.stated().unitName().or(() -> submission.stated().unitCode()).orElse("")));
    }
  }

  /**
   * What became of one.
   *
   * @param refused why it was not bound; empty when it was
   */
  record Result(String publicId, String number, Optional<String> refused) {}

  Shown shown(List<String> publicIds) {
    List<Submission> chosen = find(publicIds);
    Optional<Submission> first = chosen.stream().findFirst();
    List<Submission> same = first.map(advice::ofTheSameSource).orElse(List.of());
    return new Shown(
        chosen.stream().map(Line::of).toList(),
        same.stream().filter(other -> !chosen.contains(other)).map(Line::of).toList(),
        first.map(advice::on).orElse(new AssignmentAdvice.Advice(List.of(), List.of())),
        calls.live(),
        units.all().stream().map(Unit::name).limit(COMPLETED).toList());
  }

  private List<Submission> find(List<String> publicIds) {
    return publicIds.stream().flatMap(id -> records.submissionByPublicId(id).stream()).toList();
  }

  /**
   * What the form says, when all of it can be meant.
   *
   * @param faults keys of what is wrong, by field
   */
  Optional<AssignmentDesk.Binding> read(AssignmentForm form, Map<String, String> faults) {
    Optional<CallId> call =
        AssignmentForm.said(form.call())
            .flatMap(id -> calls.live().stream().filter(c -> c.id().value().equals(id)).findFirst())
            .map(Call::id);
    Optional<UnitCode> unit = form.named().flatMap(this::unit).map(Unit::code);
    Optional<String> reason = AssignmentForm.said(form.reason());
    if (call.isEmpty()) {
      faults.put("call", "assign.wrong.call");
    }
    if (unit.isEmpty()) {
      boolean typed = AssignmentForm.said(form.other()).isPresent();
      faults.put("unit", typed ? "assign.wrong.unknown" : "assign.wrong.unit");
    }
    if (reason.isEmpty()) {
      faults.put("reason", "assign.wrong.reason");
    }
    return faults.isEmpty()
        ? Optional.of(
            new AssignmentDesk.Binding(
                call.orElseThrow(), unit.orElseThrow(), reason.orElseThrow()))
        : Optional.empty();
  }

  private Optional<Unit> unit(String words) {
    return units.all().stream()
        .filter(u -> u.code().value().equals(words))
        .findFirst()
        .or(() -> units.match(words));
  }

  /** Each for itself: one that cannot be bound keeps none of the others back. */
  List<Result> bind(List<String> publicIds, AssignmentDesk.Binding binding, String by) {
    Map<String, Result> results = new LinkedHashMap<>();
    for (Submission submission : find(publicIds)) {
      results.put(
          submission.publicId(),
          new Result(
              submission.publicId(),
              submission.number().value(),
              refused(submission, binding, by)));
    }
    return List.copyOf(results.values());
  }

  private Optional<String> refused(
      Submission submission, AssignmentDesk.Binding binding, String by) {
    try {
      desk.assign(submission.number(), binding, by);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(chinese() ? refusal.chinese() : refusal.english());
    } catch (StaleRecord lost) {
      return Optional.of(
          chinese() ? "他人刚刚改动了这件报送。" : "Somebody else has just changed this delivery.");
    }
  }

  private static boolean chinese() {
    return LocaleContextHolder.getLocale().getLanguage().equals("zh");
  }
}
