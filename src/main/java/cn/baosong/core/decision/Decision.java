package cn.baosong.core.decision;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision (受理决定) on one dossier; never overwritten, a later one follows it.
 *
 * @param department the queue of an accepted dossier
 * @param callVersion the version of the call it was made under
 * @param asOf the moment of assessment
 * @param ruling the person's ruling; empty when the machine decided
 */
public record Decision(
    String id,
    DossierNumber dossier,
    DossierState state,
    List<Finding> findings,
    Optional<String> department,
    CallVersion callVersion,
    Instant asOf,
    Optional<Ruling> ruling) {
  private static final Set<FindingCode> MISSING_HALF =
      Set.of(FindingCode.PAPER_NOT_RECEIVED, FindingCode.ELECTRONIC_NOT_RECEIVED);

  public Decision {
    findings = List.copyOf(findings);
  }

  /** Why the dossier waits for a person, or for what has not come; empty when it does not wait. */
  public Set<FindingCode> waitsFor() {
    return switch (state) {
      case IN_REVIEW, AWAITING_PAPER, AWAITING_ELECTRONIC ->
          findings.stream()
              .filter(f -> f.outcome() == Outcome.REFER || MISSING_HALF.contains(f.code()))
              .map(Finding::code)
              .collect(Collectors.toSet());
      case RECEIVED, ACCEPTED, RETURNED, REJECTED, SUPERSEDED, WITHDRAWN -> Set.of();
    };
  }
}
