package cn.baosong.core.check;

import java.util.Optional;

/**
 * The verdicts of time on one dossier.
 *
 * @param verdict on the delivery as a whole
 * @param paper on its paper half; empty when no deadline binds it or none has come yet
 * @param electronic on its electronic half; empty when no deadline binds it
 * @param awaitsPaper whether no parcel is registered yet where one is expected: no verdict before
 *     it comes
 * @param isFirm whether it stands firmly enough in time to take the place of an earlier version:
 *     the files themselves came in time, not only the paper
 */
public record DossierTimes(
    TimeVerdict verdict,
    Optional<TimeVerdict> paper,
    Optional<TimeVerdict> electronic,
    boolean awaitsPaper,
    boolean isFirm) {}
