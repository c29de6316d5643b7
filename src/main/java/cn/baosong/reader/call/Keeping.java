package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import cn.baosong.desk.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a choice may be kept with a call: on the version that the person saw, which is also what
 * lies in the folder.
 */
record Keeping(CallId id, CallVersion seen, @Nullable LoadedCall live) {
  private static final int TOLD = 3;

  Path folder(Map<CallId, Path> calls) {
    Path folder = calls.get(id);
    if (live == null || folder == null) {
      throw Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
    }
    if (!live.call().version().equals(seen)) {
      throw Refusal.conflict(
          "expectedVersion",
          "通知已有新版本（" + live.call().version() + "）。请重新打开，看过变化后再认定。",
          "The call is at version " + live.call().version() + " now; read it again first.");
    }
    return folder;
  }

  CallFolder files(Path folder) {
    CallFolder files = CallFolder.read(folder, new Faults());
    if (!files.version().equals(seen)) {
      throw Refusal.conflict(
          "expectedVersion",
          "该通知的文件夹里有尚未生效的改动：刚存的请稍等两秒；写错的先改好（见 GET /api/v1/calls/" + id + " 的 faults）。",
          "Its folder holds an edit that is not live: wait two seconds, or mend its faults first.");
    }
    return files;
  }

  static Refusal refused(Choice choice, List<CallFault> faults) {
    String zh = faults.stream().limit(TOLD).map(Keeping::zh).collect(Collectors.joining("；"));
    String en = faults.stream().limit(TOLD).map(Keeping::en).collect(Collectors.joining("; "));
    return Refusal.conflict(
        "reading",
        choice.ambiguity()
            + " 未认定：这样理解，通知的检查通不过："
            + zh
            + "。请先改 call.yaml 或 cases.yaml（只在某种读法下成立的例子写 under）。",
        choice.ambiguity() + " is not settled, since the call would fail: " + en);
  }

  private static String zh(CallFault fault) {
    return fault.file() + " 第" + fault.line() + "行 " + fault.zh();
  }

  private static String en(CallFault fault) {
    return fault.file() + ":" + fault.line() + " " + fault.en();
  }
}
