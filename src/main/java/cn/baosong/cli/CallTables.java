package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads calls as a command needs them, with the shipped tables. */
final class CallTables {
  private CallTables() {}

  static FormsReading read(Path forms) {
    if (!Files.isDirectory(forms)) {
      throw new Trouble("找不到通知文件夹 " + forms + "。", "There is no folder of calls at " + forms + ".");
    }
    ReferenceData tables = ReferenceData.bundled();
    Lookups lookups =
        new Lookups(tables.titles(), tables.degrees(), tables.skills(), tables.workingDays());
    return FormsReading.of(new CallLoader(new Conditions(lookups)), forms);
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
