package cn.baosong.desk.draft;

import cn.baosong.desk.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changed meanwhile, told to whoever comes too late. */
final class Stale {
  private static final String FIELD = "expectedVersion";

  private Stale() {}

  /**
   * @throws Refusal when the folder is no longer what the draft rests on
   */
  static void check(Draft draft, Optional<CallFiles> standing) {
    Set<String> changed = files(draft, standing);
    if (!changed.isEmpty()) {
      throw folder(changed);
    }
  }

  /** What has changed in the folder since the draft was saved. */
  static Set<String> files(Draft draft, Optional<CallFiles> standing) {
    return CallFiles.differing(
        draft.base().digests(), standing.map(CallFiles::digests).orElse(Map.of()));
  }

  static Refusal folder(Optional<CallFiles> seen, Optional<CallFiles> now) {
    return folder(
        seen.isEmpty()
            ? Set.of()
            : CallFiles.differing(
                seen.map(CallFiles::digests).orElse(Map.of()),
                now.map(CallFiles::digests).orElse(Map.of())));
  }

  private static Refusal folder(Set<String> changed) {
    String names = String.join("、", changed);
    return Refusal.conflict(
        FIELD,
        "您打开之后，该通知的文件夹已经变了"
            + (changed.isEmpty() ? "" : "：" + names)
            + (changed.contains(FileNames.SETTLEMENTS) ? "（有歧义被认定或改定）" : "")
            + "。草稿没有丢；请对照现行文件，再存一次草稿，即以现行文件为底。",
        "The folder of the call has changed since"
            + (changed.isEmpty() ? "" : ": " + String.join(", ", changed))
            + ". Nothing is lost: compare with the files as they stand and save the draft again.");
  }

  static Refusal draft(Draft now) {
    String last = now.authors().get(now.authors().size() - 1);
    return Refusal.conflict(
        FIELD,
        "草稿已由 " + last + " 改到第 " + now.version() + " 版。请重新打开，看过再改。",
        "The draft is at change " + now.version() + " by " + last + " now; read it again first.");
  }

  static Refusal gone() {
    return Refusal.conflict(
        FIELD,
        "草稿已经发布或撤回。请重新打开。",
        "The draft has been published or withdrawn; read the call again.");
  }
}
