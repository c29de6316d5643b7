package cn.baosong.camel.server;

import cn.baosong.core.submission.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a server's clock is from ours, by the time that it gives a file which we write. */
final class ServerClock {
  private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration TOLD = Duration.ofMinutes(1);
  private static final String NAME = ".baosong-clock";

  private final Clock machine;
  private Optional<Offset> offset = Optional.empty();
  private Instant due = Instant.MIN;

  /**
   * A measurement.
   *
   * @param ahead of ours
   * @param error by which it may be off
   */
  record Offset(Duration ahead, Duration error) {
    /** A stamp of the server's by our clock. */
    Interval ours(Interval theirs) {
      return new Interval(
          theirs.earliest().minus(ahead).minus(error), theirs.latest().minus(ahead).plus(error));
    }
  }

  ServerClock(Clock machine) {
    this.machine = machine;
  }

  /** Once an hour; where nothing may be written nothing is known. */
  void measure(Line line, String root) {
    Instant before = machine.instant();
    if (before.isBefore(due)) {
      return;
    }
    due = before.plus(PAUSE);
    String path = root + "/" + NAME;
    try {
      line.write(path, NAME.getBytes(StandardCharsets.US_ASCII));
      Instant after = machine.instant();
      offset = line.stat(path).modified().map(stamp -> between(stamp, before, after));
      line.delete(path);
    } catch (IOException refused) {
      LOG.info("the clock cannot be measured: {}", refused.toString());
    }
  }

  /** The stamp is cut to the second. */
  private static Offset between(Instant stamp, Instant before, Instant after) {
    Duration least = Duration.between(after, stamp);
    Duration most = Duration.between(before, stamp.plusSeconds(1));
    Duration ahead = least.plus(most).dividedBy(2);
    return new Offset(ahead, most.minus(ahead));
  }

  Optional<Offset> offset() {
    return offset;
  }

  /** A clock that is far off, in words for a clerk. */
  Optional<String> trouble() {
    return offset
        .map(Offset::ahead)
        .filter(ahead -> ahead.abs().compareTo(TOLD) > 0)
        .map(
            ahead ->
                "服务器的时钟比本机"
                    + (ahead.isNegative() ? "慢 " : "快 ")
                    + ahead.abs().toSeconds()
                    + " 秒；它记的时间已按此折算");
  }
}
