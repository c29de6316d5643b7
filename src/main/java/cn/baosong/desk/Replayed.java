package cn.baosong.desk;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a replay makes of one unit.
 *
 * @param name of the unit; empty when the registry does not know it, and then nothing was replayed
 * @param dossiers how many were decided once more
 * @param undecided how many the office itself has not assessed yet
 * @param differing those that come out otherwise, or on other grounds
 * @param ruled those that a person decided: they stay
 */
public record Replayed(
    UnitCode unit,
    Optional<String> name,
    int dossiers,
    int undecided,
    List<Difference> differing,
    List<Ruled> ruled) {
  public Replayed {
    differing = List.copyOf(differing);
    ruled = List.copyOf(ruled);
  }

  /**
   * One dossier, as it is stored and as it would be.
   *
   * @param decidedUnder the version of the call that the stored decision names
   * @param came findings that are new, one a code, rule and outcome
   * @param gone findings that are no longer there
   */
  public record Difference(
      Dossier stored,
      CallVersion decidedUnder,
      DossierState after,
      Optional<String> department,
      List<Finding> came,
      List<Finding> gone) {
    public Difference {
      came = List.copyOf(came);
      gone = List.copyOf(gone);
    }

    /** Whether it comes out otherwise; else only its grounds are others. */
    public boolean isOfVerdict() {
      return after != stored.state() || !department.equals(stored.department());
    }

    /** The weightiest of what came and went: what made the difference. */
    public List<Finding> decisive() {
      List<Finding> all = Stream.concat(came.stream(), gone.stream()).toList();
      Outcome most =
          all.stream().map(Finding::outcome).max(Outcome::compareTo).orElse(Outcome.PASS);
      return all.stream().filter(finding -> finding.outcome() == most).toList();
    }
  }

  /**
   * A dossier that a person decided.
   *
   * @param proposed what the machine would now propose
   * @param findings on which it would
   */
  public record Ruled(Dossier stored, DossierState proposed, List<Finding> findings) {
    public Ruled {
      findings = List.copyOf(findings);
    }
  }
}
