package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Department;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a ruling must satisfy before it is entered. */
final class RulingChecks {
  private RulingChecks() {}

  static void version(Dossier before, int seen) {
    if (before.version() != seen) {
      throw Refusal.conflict(
          "expectedVersion",
          "该卷已被更新（现为第 " + before.version() + " 版，您看到的是第 " + seen + " 版）。请重新打开，看过变化后再决定。",
          "The dossier has changed: it is at version %d, you saw %d. Read it again, then decide."
              .formatted(before.version(), seen));
    }
  }

  /** Every ruling says why; what refuses cites the notice. */
  static void grounds(Ruling ruling) {
    if (ruling.reason().isBlank()) {
      throw Refusal.invalid("reason", "请写明理由。", "State the reason.");
    }
    if (ruling.kind() == Ruling.Kind.REJECT && ruling.clause().isBlank()) {
      throw Refusal.invalid(
          "clause",
          "不予受理须引用通知原文，请填写所依据的条款。",
          "A rejection cites the notice: give the clause it rests on, verbatim.");
    }
  }

  static void state(Dossier before, Ruling.Kind kind) {
    boolean gone = isGone(before);
    boolean again =
        kind == Ruling.Kind.ACCEPT && before.state() == DossierState.ACCEPTED && before.ruled();
    if (gone || again) {
      throw Refusal.conflict(
          "number",
          "该卷现为 " + before.state() + "，不能再作此决定。" + (again ? "如需换处室，请用 REFER_TO。" : ""),
          "The dossier is " + before.state() + " and cannot be ruled so.");
    }
  }

  /** Whether nothing is left to rule on. */
  static boolean isGone(Dossier dossier) {
    return switch (dossier.state()) {
      case SUPERSEDED, WITHDRAWN -> true;
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, IN_REVIEW, ACCEPTED, RETURNED, REJECTED ->
          false;
    };
  }

  /** The department that the person names, if the call has it. */
  static String department(Ruling ruling, Optional<Call> call) {
    String named =
        ruling
            .department()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "department",
                        "请写明转往哪个处室：" + ids(call),
                        "Name the department to refer to: " + ids(call)));
    if (call.stream().noneMatch(c -> departments(c).contains(named))) {
      throw Refusal.invalid(
          "department",
          "该通知没有处室“" + named + "”，可选：" + ids(call),
          "The call has no such department; it has: " + ids(call));
    }
    return named;
  }

  /** The one department that takes the category, where the person names none. */
  static String onlyDepartment(Call call, Optional<String> category) {
    List<String> fitting =
        call.departments().stream()
            .filter(
                d ->
                    d.categories().isEmpty()
                        || category.filter(d.categories()::contains).isPresent())
            .map(Department::id)
            .toList();
    if (fitting.size() != 1) {
      throw Refusal.invalid(
          "department",
          "不能确定承办处室，请写明：" + ids(Optional.of(call)),
          "The department is not certain, name it: " + ids(Optional.of(call)));
    }
    return fitting.get(0);
  }

  static Refusal noDossier(DossierNumber number) {
    return Refusal.notFound(
        "number", "没有卷号为 " + number + " 的卷。", "There is no dossier " + number + ".");
  }

  private static List<String> departments(Call call) {
    return call.departments().stream().map(Department::id).toList();
  }

  private static String ids(Optional<Call> call) {
    return call.stream().flatMap(c -> departments(c).stream()).collect(Collectors.joining(", "));
  }
}
