package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.desk.draft.CallCheck.Note;
import cn.baosong.desk.draft.CallCheck.Open;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.draft.CallChecks;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code check} found, one entry a folder.
 *
 * @param ok whether every folder would take effect
 * @param tables what is wrong with the tables of reference, such as holidays.csv
 */
record CheckReport(boolean ok, List<String> tables, List<Checked> calls) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX", Locale.ROOT);

  /**
   * One folder.
   *
   * @param version empty when the call does not load
   * @param cases how many of its own cases ran
   * @param warnings what the notice itself leaves unsaid or says oddly
   * @param frozenUntil until when an edit waits for a person, since a deadline is near
   * @param open ambiguities that are not settled: cases that they decide go to a person
   */
  record Checked(
      String call,
      String version,
      boolean ok,
      int cases,
      Optional<OffsetDateTime> frozenUntil,
      List<CallFault> faults,
      List<Note> warnings,
      List<Open> open) {
    private void tell(Path forms, StringBuilder text) {
      text.append(call)
          .append(ok ? "  可用 ok  " + cases + " 例通过 cases pass" : "  不生效 takes no effect")
          .append('\n');
      frozenUntil.ifPresent(until -> text.append("  冻结 frozen  ").append(frozen(until)));
      for (CallFault fault : faults) {
        Path folder = forms.resolve(call);
        Path file = fault.file().equals(call) ? folder : folder.resolve(fault.file());
        text.append("  错 ").append(place(file, fault.line(), fault.key()));
        text.append(fault.zh()).append(" (").append(fault.en()).append(")\n");
      }
      for (Note warning : warnings) {
        Path file = forms.resolve(call).resolve(warning.file());
        text.append("  提示 ").append(warning.code()).append(' ');
        text.append(place(file, warning.line(), warning.key()));
        text.append(warning.zh()).append(" (").append(warning.en()).append(")\n");
      }
      for (Open question : open) {
        Path file = forms.resolve(call).resolve(question.file());
        text.append("  未定 open ").append(question.id()).append(' ');
        text.append(place(file, question.line(), question.key()));
        text.append(question.question()).append("  ");
        text.append(String.join(" | ", question.readings())).append('\n');
      }
    }

    private static String frozen(OffsetDateTime until) {
      return "正在截止前后，到 "
          + MINUTE.format(until)
          + " 为止改动须有人写明理由确认才生效（通知页，或 POST /api/v1/calls/…/confirmation）"
          + " (a deadline is near: until then an edit takes effect only when a person confirms it"
          + " with a reason)\n";
    }

    private static String place(Path file, int line, String key) {
      return file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : " " + key) + "  ";
    }
  }

  static CheckReport of(CallTables tables, Path routes, Frozen frozen) {
    FormsReading forms = tables.read();
    List<Checked> checked = new ArrayList<>();
    forms
        .faults()
        .forEach(
            (folder, faults) ->
                checked.add(
                    new Checked(
                        folder, "", false, 0, Optional.empty(), faults, List.of(), List.of())));
    for (LoadedCall loaded : forms.sound()) {
      CallCheck check =
          CallChecks.of(
              loaded, tables.failing(loaded), forms, tables.workingDays(), Optional.of(routes));
      checked.add(checked(loaded.call(), check, frozen.until(loaded.call(), tables)));
    }
    checked.sort((a, b) -> a.call().compareTo(b.call()));
    return new CheckReport(
        tables.faults().isEmpty() && !checked.isEmpty() && checked.stream().allMatch(Checked::ok),
        tables.faults(),
        List.copyOf(checked));
  }

  private static Checked checked(Call call, CallCheck check, Optional<OffsetDateTime> frozenUntil) {
    return new Checked(
        call.id().value(),
        call.version().value(),
        check.ok(),
        check.cases(),
        frozenUntil,
        check.faults(),
        check.warnings(),
        check.open());
  }

  /** Whether nothing at all is to be told of any call's text; open questions are the office's. */
  boolean silent() {
    return ok && calls.stream().allMatch(call -> call.warnings().isEmpty());
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
