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
 * Everything that was observed of a mail's arrival, in office time (domain.md 2.3).
 *
 * @param trail its way by the Received lines
 * @param internal INTERNALDATE, which an APPEND can set
 * @param saved SAVEDATE, which nobody can set
 * @param before the last look that did not show it
 * @param seen the first look that did
 * @param date its Date header: shown, never used
 */
public record MailObserved(
    ReceivedTrail trail,
    Optional<Instant> internal,
    Optional<Instant> saved,
    Optional<Instant> before,
    Instant seen,
    Optional<Instant> date) {
  /** How far two honest clocks may differ. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  /** How far the sender's clock may be off before it is told. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** When it came into the mailbox. */
  public TimeEvidence received() {
    if (internal.isPresent()) {
      TrustClass trust = isContradicted(internal.get()) ? TrustClass.C : TrustClass.A;
      return TimeEvidence.of(Interval.second(internal.get()), "INTERNALDATE", trust);
    }
    return trail
        .delivered()
        .map(at -> TimeEvidence.of(Interval.second(at), source(), TrustClass.A))
        .orElseGet(this::firstSeen);
  }

  /** Without a look before, it may have lain there for any time. */
  private TimeEvidence firstSeen() {
    return before
        .filter(last -> !last.isAfter(seen))
        .map(last -> TimeEvidence.of(new Interval(last, seen), "first seen", TrustClass.B))
        .orElseGet(() -> TimeEvidence.of(Interval.at(seen), "first seen", TrustClass.C));
  }

  /**
   * Our own looks, or the server's SAVEDATE, say otherwise, and no stamp of the provider's own
   * hosts stands by it.
   */
  private boolean isContradicted(Instant stamp) {
    boolean stampedSo = trail.delivered().filter(at -> differ(at, stamp, SLACK) <= 0).isPresent();
    boolean ahead = stamp.isAfter(seen.plus(SLACK));
    boolean placed =
        saved.isPresent()
            ? differ(saved.get(), stamp, SLACK) > 0
            : before.filter(last -> stamp.isBefore(last.minus(SLACK))).isPresent();
    return ahead || (placed && !stampedSo);
  }

  /**
   * When it was sent: the earliest stamp of the provider's hosts. An older stamp of somebody else
   * within the time that mails may be in transit widens it, so that a person decides (decisions.md
   * 13).
   */
  public Optional<TimeEvidence> sent(Duration transit) {
    return trail
        .entered()
        .filter(at -> !at.isAfter(received().interval().latest().plus(SLACK)))
        .map(at -> TimeEvidence.of(widened(at, transit), source(), TrustClass.A));
  }

  private Interval widened(Instant entered, Duration transit) {
    Interval own = Interval.second(entered);
    return trail
        .oldestClaim()
        .filter(claim -> claim.isBefore(own.earliest()))
        .filter(claim -> !claim.isBefore(entered.minus(transit)))
        .map(claim -> new Interval(claim, own.latest()))
        .orElse(own);
  }

  private String source() {
    return SourceName.stampOf(trail.trusted().get(trail.trusted().size() - 1).by());
  }

  /**
   * What a person should know of these times.
   *
   * @param zone of the office
   */
  public List<String> remarks(ZoneId zone) {
    List<String> told = new ArrayList<>();
    internal
        .filter(this::isContradicted)
        .ifPresent(at -> told.add("邮箱记录的收到时间（INTERNALDATE）与实际出现的时间不符，可能是移入或导入的邮件，不作为判定依据。"));
    Instant arrived = received().interval().earliest();
    date.filter(claimed -> differ(claimed, arrived, SKEW) > 0)
        .ifPresent(
            claimed ->
                told.add(
                    "邮件自写的日期为 "
                        + SHOWN.format(claimed.atZone(zone))
                        + "，与收到时间 "
                        + SHOWN.format(arrived.atZone(zone))
                        + " 相差 "
                        + Duration.between(claimed, arrived).abs().toMinutes()
                        + " 分钟；自写的日期不作为依据。"));
    return told;
  }

  private static int differ(Instant one, Instant other, Duration allowed) {
    return Duration.between(one, other).abs().compareTo(allowed);
  }
}
