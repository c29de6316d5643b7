package cn.baosong.cli;

import cn.baosong.cli.InspectReport.Found;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Replayed;
import cn.baosong.desk.Replayed.Difference;
import cn.baosong.desk.Replayed.Ruled;
import java.util.List;
import java.util.Optional;

/**
 * A unit of a replay as it is printed, its people masked as in {@code /api/v1}.
 *
 * @param name empty when the registry does not know the unit
 */
record ReplayView(
    String unit, Optional<String> name, List<Changed> differing, List<ByPerson> ruled) {

  /** A candidate: the name, and an identity number of which the middle is hidden. */
  record Person(String name, Optional<String> identity) {
    static Person of(Candidate candidate) {
      boolean numbered = !candidate.key().isBlank() && !candidate.key().equals(candidate.alias());
      return new Person(
          Masking.text(candidate.name()),
          numbered ? Optional.of(IdentityNumber.read(candidate.key()).masked()) : Optional.empty());
    }

    @Override
    public String toString() {
      return name + identity.map(number -> "（" + number + "）").orElse("");
    }
  }

  /** A state, and the queue of an accepted dossier. */
  record Stand(String state, Optional<String> department) {
    @Override
    public String toString() {
      return Words.state(state) + department.map(d -> " → " + d).orElse("");
    }
  }

  /**
   * A dossier that comes out otherwise, or the same on other grounds.
   *
   * @param decidedUnder the version of the call that the stored decision names
   * @param decisive what made the difference, each as code or as code:rule
   */
  record Changed(
      String dossier,
      Person candidate,
      String decidedUnder,
      Stand before,
      Stand after,
      List<String> decisive,
      List<Found> came,
      List<Found> gone) {
    static Changed of(Difference difference) {
      Dossier stored = difference.stored();
      return new Changed(
          stored.number().value(),
          Person.of(stored.candidate()),
          difference.decidedUnder().value(),
          new Stand(stored.state().name(), stored.department()),
          new Stand(difference.after().name(), difference.department()),
          difference.decisive().stream().map(Changed::ground).distinct().toList(),
          found(difference.came()),
          found(difference.gone()));
    }

    private static String ground(Finding finding) {
      return finding.code() + (finding.rule().isEmpty() ? "" : ":" + finding.rule());
    }

    boolean sameState() {
      return before.equals(after);
    }
  }

  /** A dossier that a person decided, and what the machine would now propose. */
  record ByPerson(
      String dossier, Person candidate, Stand state, String proposed, List<Found> findings) {
    static ByPerson of(Ruled ruled) {
      Dossier stored = ruled.stored();
      return new ByPerson(
          stored.number().value(),
          Person.of(stored.candidate()),
          new Stand(stored.state().name(), stored.department()),
          ruled.proposed().name(),
          found(ruled.findings()));
    }
  }

  static ReplayView of(Replayed unit) {
    return new ReplayView(
        unit.unit().value(),
        unit.name(),
        unit.differing().stream().map(Changed::of).toList(),
        unit.ruled().stream().map(ByPerson::of).toList());
  }

  private static List<Found> found(List<Finding> findings) {
    return findings.stream().map(Found::of).map(Found::masked).toList();
  }
}
