package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the clock behind each folder is ahead of ours: a share's clock is another machine's. */
final class ShareClock {
  private static final String PROBE = ".clock";

  /** How long a difference is taken for the same. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final Clock machineClock;
  private final Map<Path, Skew> skews = new ConcurrentHashMap<>();

  private record Skew(Duration ahead, Instant measured) {}

  ShareClock(Clock machineClock) {
    this.machineClock = machineClock;
  }

  /** By the stamp that the folder's own machine puts on a file that we write there. */
  Duration measure(Path folder) throws IOException {
    Instant now = machineClock.instant();
    Skew known = skews.get(folder);
    if (known == null || !now.isBefore(known.measured.plus(STEADY))) {
      Path probe = Files.write(folder.resolve(PROBE), new byte[] {0});
      FileTime stamp =
          (FileTime) Files.getAttribute(probe, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
      Files.deleteIfExists(probe);
      known = new Skew(Duration.between(now, stamp.toInstant()), now);
      skews.put(folder, known);
    }
    return known.ahead;
  }

  /** As last measured; none before that. */
  Duration known(Path folder) {
    Skew known = skews.get(folder);
    return known == null ? Duration.ZERO : known.ahead;
  }
}
