package cn.baosong.core.submission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One piece of evidence of when a delivery was sent or received.
 *
 * @param interval when it happened
 * @param source what says so, such as {@code INTERNALDATE}, {@code ctime}, {@code dispatch
 *     postmark}
 * @param trust how far it can be trusted
 * @param day the date when the evidence has day precision: it is then compared as a date
 *     (decisions.md 12)
 */
public record TimeEvidence(
    Interval interval, String source, TrustClass trust, Optional<LocalDate> day) {
  public static TimeEvidence of(Interval interval, String source, TrustClass trust) {
    return new TimeEvidence(interval, source, trust, Optional.empty());
  }
}
