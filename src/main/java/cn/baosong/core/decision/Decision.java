package cn.baosong.core.decision;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  public Decision {
    findings = List.copyOf(findings);
  }
}
