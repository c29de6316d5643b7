package cn.baosong.core.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that was observed of a file's arrival on a server, in office time (domain.md 2.3).
 *
 * @param logged when the server's own transfer log says that the upload ended
 * @param modified what the server says of the file (MDTM, mtime): whoever uploads may set it
 * @param before the last look that did not show it
 * @param seen the first look that did
 * @param offset how far the server's clock is ahead of ours, where it was measured
 */
public record ServerObserved(
    Optional<Interval> logged,
    Optional<Instant> modified,
    Optional<Instant> before,
    Instant seen,
    Optional<Duration> offset) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** How far two honest clocks may differ. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  /** How far the file's own time may be off before it is told. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  /** When it lay on the server as it is. */
  public TimeEvidence received() {
    return logged
        .filter(this::isPossible)
        .map(at -> TimeEvidence.of(at, "transfer log", TrustClass.A))
        .orElseGet(this::firstSeen);
  }

  /** Nothing is logged after we saw it, nor long before a look that did not show it. */
  private boolean isPossible(Interval log) {
    boolean ahead = log.earliest().isAfter(seen.plus(SLACK));
    boolean placed = before.filter(last -> log.latest().isBefore(last.minus(SLACK))).isPresent();
    return !ahead && !placed;
  }

  /** Without a look before, it may have lain there for any time. */
  private TimeEvidence firstSeen() {
    return before
        .filter(last -> !last.isAfter(seen))
        .map(last -> TimeEvidence.of(new Interval(last, seen), "first seen", TrustClass.B))
        .orElseGet(() -> TimeEvidence.of(Interval.at(seen), "first seen", TrustClass.C));
  }

  /**
   * What a person should know of these times.
   *
   * @param zone of the office
   */
  public List<String> remarks(ZoneId zone) {
    List<String> told = new ArrayList<>();
    if (logged.isPresent() && !isPossible(logged.get())) {
      told.add("服务器传输日志的时间与实际出现的时间不符，不作为判定依据。");
    }
    Interval arrived = received().interval();
    modified
        .filter(claimed -> isFar(claimed, arrived))
        .ifPresent(
            claimed ->
                told.add(
                    "文件自带的修改时间是 "
                        + TIME.format(claimed.atZone(zone))
                        + "，与收到时间不符；修改时间上传者可以设定，不作为依据。"));
    offset
        .filter(ahead -> ahead.abs().compareTo(Duration.ofSeconds(1)) > 0)
        .ifPresent(ahead -> told.add("服务器的时钟与本机相差 " + ahead.toSeconds() + " 秒，已经扣除。"));
    return told;
  }

  private static boolean isFar(Instant claimed, Interval arrived) {
    return claimed.isBefore(arrived.earliest().minus(SKEW))
        || claimed.isAfter(arrived.latest().plus(SKEW));
  }
}
