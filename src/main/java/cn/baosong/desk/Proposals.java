package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.DossierNumber;
import java.util.List;
import java.util.Optional;

/** Proposals to decide again what is accepted or refused; the last assessment's stand. */
public interface Proposals {
  /**
   * Replaces those of a unit in a call; one that says the same keeps the time it was first seen.
   */
  void replace(CallId call, UnitCode unit, List<Proposal> proposals);

  /** What is proposed for one dossier. */
  Optional<Proposal> of(DossierNumber dossier);

  /** The latest first seen, then by dossier. */
  Page<Proposal> list(Filters.OfPapers filter, Window window);
}
