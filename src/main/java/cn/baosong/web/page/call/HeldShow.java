package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.desk.night.FreezeDesk.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the edits that wait for a person, and how each differs from what runs. */
@Component
public final class HeldShow {
  private final FreezeDesk desk;
  private final CallFolders folders;

  HeldShow(FreezeDesk desk, CallFolders folders) {
    this.desk = desk;
    this.folders = folders;
  }

  /** An edit with its differences. */
  public record Shown(Waiting waiting, List<FileDiff> diffs) {}

  public List<Waiting> all() {
    return desk.waiting();
  }

  public Optional<Shown> of(CallId call) {
    return desk.of(call).map(held -> new Shown(held, diffs(call, held.edit().running())));
  }

  private List<FileDiff> diffs(CallId call, CallVersion running) {
    return FileDiff.of(texts(folders.former(call, running)), texts(folders.standing(call)));
  }

  private static Map<String, String> texts(Optional<CallFiles> files) {
    return files.map(CallFiles::texts).orElse(Map.of());
  }
}
