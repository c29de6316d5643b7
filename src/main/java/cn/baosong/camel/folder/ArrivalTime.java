package cn.baosong.camel.folder;

import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * When an entry of a folder arrived (decisions.md 14). The file system's own times count as long as
 * its clock agrees with ours; where it does not, only our looks are left, and they are class B.
 */
final class ArrivalTime {
  /** Coarser than any file system stamps (FAT and old SMB: two seconds). */
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final Set<String> LOCAL =
      Set.of(
          "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "f2fs", "apfs",
          "ntfs");

  private final Sighting sighting;
  private final Snapshot snapshot;
  private final UnaryOperator<Instant> officeTime;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   */
  ArrivalTime(Sighting sighting, Snapshot snapshot, UnaryOperator<Instant> officeTime) {
    this.sighting = sighting;
    this.snapshot = snapshot;
    this.officeTime = officeTime;
  }

  /**
   * @param skew how far the clock of the file system is ahead of ours
   */
  TimeEvidence on(Path entry, Duration skew) throws IOException {
    FileStore store = Files.getFileStore(entry);
    boolean local = LOCAL.contains(store.type().toLowerCase(Locale.ROOT));
    if (skew.abs().compareTo(TOLERANCE) > 0) {
      return byOurLooks(skew);
    }
    Instant latest = earlier(snapshot.changed(), sighting.firstSeen());
    boolean older =
        sighting.previousLook().filter(look -> latest.isBefore(look.minus(TOLERANCE))).isPresent();
    if (older) {
      // Moved in with the folder around it, or waited here before a restart: both bounds stand.
      return evidence(latest, sighting.firstSeen(), "收件夹巡检（文件的变更时间早于上次巡检）", TrustClass.B);
    }
    Instant earliest = sighting.previousLook().orElse(snapshot.born());
    if (local && snapshot.isBirthKnown() && snapshot.born().isAfter(earliest)) {
      earliest = snapshot.born();
    }
    return evidence(
        earlier(earliest, latest),
        latest,
        local ? "收件夹巡检与文件系统变更时间（ctime）" : "收件夹巡检（网络文件夹）",
        local ? TrustClass.A : TrustClass.B);
  }

  private TimeEvidence byOurLooks(Duration skew) {
    Instant seen = sighting.firstSeen();
    Instant guess = earlier(snapshot.changed().minus(skew).minus(TOLERANCE), seen);
    Instant earliest = earlier(sighting.previousLook().orElse(guess), seen);
    return evidence(
        earliest, seen, "收件夹巡检（共享文件夹的时钟与本机相差 " + skew.toSeconds() + " 秒，未采用文件时间）", TrustClass.B);
  }

  private TimeEvidence evidence(Instant earliest, Instant latest, String source, TrustClass trust) {
    Interval interval = new Interval(officeTime.apply(earliest), officeTime.apply(latest));
    return TimeEvidence.of(interval, source, trust);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
