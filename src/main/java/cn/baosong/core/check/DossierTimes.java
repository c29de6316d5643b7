package cn.baosong.core.check;

import cn.baosong.core.check.TimeVerdict.Value;
import java.util.Optional;

/**
 * The verdicts of time on one dossier.
 *
 * @param verdict on the delivery as a whole
 * @param paper on its paper half; empty when no deadline binds it or none has come yet
 * @param electronic on its electronic half; empty when no deadline binds it
 * @param awaitsPaper whether no parcel is registered yet where one is expected: no verdict before
 *     it comes
 */
public record DossierTimes(
    TimeVerdict verdict,
    Optional<TimeVerdict> paper,
    Optional<TimeVerdict> electronic,
    boolean awaitsPaper) {

  /** Whether it stands firmly enough in time to take the place of an earlier version. */
  boolean isFirm() {
    return awaitsPaper
        ? electronic.map(e -> e.value() != Value.LATE).orElse(true)
        : verdict.value() == Value.ON_TIME;
  }
}
