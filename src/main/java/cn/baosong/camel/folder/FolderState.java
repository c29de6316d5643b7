package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a watched folder, without asking it: it may hang just then.
 *
 * @param lastLook the last look that was ended, in real time
 * @param failure why the last look failed or hangs, in words for a clerk
 * @param waiting entries that are there and not taken, each with the reason
 * @param unnamed how many wait beside those
 * @param held claims that are not let go yet
 * @param ignored leavings of systems and programs ({@code ._*}, Thumbs.db, {@code ~$*})
 * @param skew how far the folder's clock is ahead of ours, by the last claim
 */
record FolderState(
    Optional<Instant> lastLook,
    Optional<String> failure,
    List<Reconciliation.Item> waiting,
    int unnamed,
    List<Claim> held,
    int ignored,
    Duration skew) {
  static final FolderState UNSEEN =
      new FolderState(
          Optional.empty(), Optional.empty(), List.of(), 0, List.of(), 0, Duration.ZERO);

  FolderState {
    waiting = List.copyOf(waiting);
    held = List.copyOf(held);
  }

  FolderState failed(String why) {
    return new FolderState(lastLook, Optional.of(why), waiting, unnamed, held, ignored, skew);
  }

  /** A clock that is off holds nothing up, but its times are worth nothing. */
  Optional<String> wrongClock() {
    return skew.abs().compareTo(ArrivalTime.TOLERANCE) > 0
        ? Optional.of("文件夹所在机器的时钟与本机相差 " + skew.toSeconds() + " 秒，收到时间只按巡检认定；请校准时钟")
        : Optional.empty();
  }
}
