package cn.baosong.cli;

import cn.baosong.cli.Warnings.Warning;
import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.CallFault;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code check} found, one entry a folder.
 *
 * @param ok whether every folder would take effect
 * @param tables what is wrong with the tables of reference, such as holidays.csv
 */
record CheckReport(boolean ok, List<String> tables, List<Checked> calls) {

  /**
   * One folder.
   *
   * @param version empty when the call does not load
   * @param cases how many of its own cases ran
   * @param warnings what the notice itself leaves unsaid or says oddly
   * @param open ambiguities that are not settled: cases that they decide go to a person
   */
  record Checked(
      String call,
      String version,
      boolean ok,
      int cases,
      List<CallFault> faults,
      List<Warning> warnings,
      List<Open> open) {
    private void tell(Path forms, StringBuilder text) {
      text.append(call)
          .append(ok ? "  可用 ok  " + cases + " 例通过 cases pass" : "  不生效 takes no effect")
          .append('\n');
      for (CallFault fault : faults) {
        Path folder = forms.resolve(call);
        Path place = fault.file().equals(call) ? folder : folder.resolve(fault.file());
        text.append("  错 ").append(place);
        text.append(fault.line() > 0 ? ":" + fault.line() : "");
        text.append(fault.key().isEmpty() ? "" : " " + fault.key());
        text.append("  ").append(fault.zh()).append(" (").append(fault.en()).append(")\n");
      }
      for (Warning warning : warnings) {
        text.append("  提示 note  ").append(warning.zh());
        text.append(" (").append(warning.en()).append(")\n");
      }
      for (Open question : open) {
        text.append("  未定 open ").append(question.id()).append("  ").append(question.question());
        text.append("  ").append(String.join(" | ", question.readings())).append('\n');
      }
    }
  }

  /** An ambiguity of the notice that nobody has settled. */
  record Open(String id, String question, List<String> readings) {}

  static CheckReport of(CallTables tables) {
    FormsReading forms = tables.read();
    List<Checked> checked = new ArrayList<>();
    forms
        .faults()
        .forEach(
            (folder, faults) ->
                checked.add(new Checked(folder, "", false, 0, faults, List.of(), List.of())));
    for (LoadedCall loaded : forms.sound()) {
      checked.add(checked(loaded, forms, tables));
    }
    checked.sort((a, b) -> a.call().compareTo(b.call()));
    return new CheckReport(
        tables.faults().isEmpty() && !checked.isEmpty() && checked.stream().allMatch(Checked::ok),
        tables.faults(),
        List.copyOf(checked));
  }

  private static Checked checked(LoadedCall loaded, FormsReading forms, CallTables tables) {
    List<CallFault> failing = tables.failing(loaded);
    List<Open> open =
        loaded.call().ambiguities().stream()
            .filter(a -> !a.isSettled())
            .map(CheckReport::open)
            .toList();
    List<Warning> warnings =
        new ArrayList<>(
            new Warnings(
                    loaded.call(), forms, tables.workingDays().in(loaded.call().office().region()))
                .found());
    loaded.remarks().forEach(remark -> warnings.add(new Warning(remark.zh(), remark.en())));
    return new Checked(
        loaded.call().id().value(),
        loaded.call().version().value(),
        failing.isEmpty(),
        loaded.cases().size(),
        failing,
        warnings,
        open);
  }

  private static Open open(Ambiguity ambiguity) {
    return new Open(ambiguity.id(), ambiguity.question(), ambiguity.readings());
  }

  String text(Path forms) {
    StringBuilder text = new StringBuilder();
    tables.forEach(
        fault -> text.append("错 ").append(fault).append("（不生效，仍用自带的 takes no effect）\n"));
    calls.forEach(call -> call.tell(forms, text));
    long broken = calls.stream().filter(call -> !call.ok()).count();
    text.append(calls.size()).append(" 个通知，").append(broken).append(" 个有错。 ");
    text.append(calls.size()).append(" calls, ").append(broken).append(" with faults.\n");
    return text.toString();
  }
}
