package cn.baosong.core.decision;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A proposal to decide again (改判建议): what the machine would make of an accepted or refused dossier
 * under the facts and the call of today. Nothing happens until a person rules (decisions.md 17).
 *
 * @param state what it would come to
 * @param callVersion the version of the call that it was judged under
 * @param since when this was first seen
 */
public record Proposal(
    DossierNumber dossier,
    DossierState state,
    Optional<String> department,
    List<Finding> findings,
    CallVersion callVersion,
    Instant since) {
  public Proposal {
    findings = List.copyOf(findings);
  }

  /** Whether both propose the same, seen at whatever time. */
  public boolean isSameAs(Proposal other) {
    return state == other.state
        && department.equals(other.department)
        && findings.equals(other.findings)
        && callVersion.equals(other.callVersion);
  }
}
