package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.CaseRunner;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Reads calls as a command needs them, with the tables of their folder. */
final class CallTables {
  /** The office's zone unless a command says another. */
  static final String ZONE = "Asia/Shanghai";

  private final Path forms;
  private final ReferenceData tables;

  private CallTables(Path forms, ReferenceData tables) {
    this.forms = forms;
    this.tables = tables;
  }

  static CallTables in(Path forms) {
    if (!Files.isDirectory(forms)) {
      throw new Trouble("找不到通知文件夹 " + forms + "。", "There is no folder of calls at " + forms + ".");
    }
    return new CallTables(forms, ReferenceData.overriddenIn(forms));
  }

  /** What is wrong with the tables themselves. */
  List<String> faults() {
    return tables.faults();
  }

  FormsReading read() {
    Lookups lookups =
        new Lookups(tables.titles(), tables.degrees(), tables.skills(), tables.workingDays());
    return FormsReading.of(new CallLoader(new Conditions(lookups)), forms);
  }

  /** The checks of the office. */
  Checks checks() {
    return new Checks(differences());
  }

  FieldDifferences differences() {
    return new FieldDifferences(tables.characterVariants());
  }

  WorkingDays workingDays() {
    return tables.workingDays();
  }

  /** What a call's own cases find wrong with it. */
  List<CallFault> failing(LoadedCall call) {
    return new CaseRunner(checks(), workingDays(), ZoneId.of(ZONE)).apply(call);
  }

  /** The call of this id, or what there is instead. */
  static Call call(FormsReading forms, String id) {
    return forms
        .match(id)
        .orElseThrow(
            () -> {
              String known =
                  forms.live().stream()
                      .map(Call::id)
                      .map(CallId::value)
                      .collect(Collectors.joining("、"));
              return forms.faults().containsKey(id)
                  ? new Trouble(
                      "通知 " + id + " 有错，请先运行 check。", "Call " + id + " has faults: run check.")
                  : new Trouble(
                      "没有通知 " + id + "；现有：" + known + "。",
                      "There is no call " + id + "; there are: " + known + ".");
            });
  }
}
