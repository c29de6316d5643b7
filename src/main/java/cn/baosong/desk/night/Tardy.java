package cn.baosong.desk.night;

import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Duration;
import java.util.Optional;

/**
 * A dossier that is late, or of which nobody knows.
 *
 * @param verdict why; empty when its call or unit is not known any more
 * @param arrival by which it is judged
 * @param outage a time in which its source could not be looked into, and that may have touched it
 */
public record Tardy(
    Dossier dossier,
    Optional<TimeVerdict> verdict,
    Optional<Receipt> arrival,
    Optional<Interval> outage) {

  public Optional<TimeEvidence> evidence() {
    return verdict.flatMap(TimeVerdict::evidence);
  }

  /**
   * Of what is late: how far the earliest instant that it can have come at lies behind the most
   * lenient reading.
   */
  public Optional<Duration> late() {
    return evidence()
        .filter(evidence -> verdict.filter(v -> v.value() == Value.LATE).isPresent())
        .flatMap(
            evidence ->
                verdict
                    .flatMap(TimeVerdict::mostLenient)
                    .map(end -> Duration.between(end, evidence.interval().earliest())))
        .filter(by -> !by.isNegative());
  }

  /** Whether it may be later still than {@link #late}. */
  public boolean atLeast() {
    return evidence()
        .filter(
            seen ->
                Duration.between(seen.interval().earliest(), seen.interval().latest())
                        .compareTo(Duration.ofSeconds(1))
                    > 0)
        .isPresent();
  }
}
