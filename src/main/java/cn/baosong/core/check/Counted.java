package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The candidates of a unit that its quotas count: one version each. Left out are newcomers that
 * this assessment blocks, and whoever is known from paper only: a slip of the pen in the mail room
 * must not send a unit's list back.
 *
 * @param candidates the standing versions of each candidate, the one that counts first
 */
record Counted(List<List<Dossier>> candidates, Succession succession) {

  static Counted of(Assessment soFar) {
    Succession succession = Succession.of(soFar.facts());
    Set<DossierNumber> blocked =
        soFar.own().stream()
            .filter(f -> f.outcome() == Outcome.BLOCK)
            .flatMap(f -> f.dossier().stream())
            .collect(Collectors.toSet());
    return new Counted(
        succession.standing().stream()
            .map(
                line ->
                    line.stream()
                        .filter(d -> d.state().counts() && d.paperOnly().isEmpty())
                        .filter(
                            d -> !d.state().isOpen() || d.ruled() || !blocked.contains(d.number()))
                        .toList())
            .filter(line -> !line.isEmpty())
            .toList(),
        succession);
  }

  /** The category or tier of a dossier: of the list, else of its form. */
  static Optional<String> category(Dossier dossier, UnitCase facts) {
    return dossier
        .category()
        .or(() -> facts.call().categoryField().flatMap(field -> dossier.form().text(field)));
  }

  /** The same but for the candidates of some categories. */
  Counted without(Set<String> categories) {
    return new Counted(
        candidates.stream()
            .filter(
                c -> category(c.get(0), succession.facts()).filter(categories::contains).isEmpty())
            .toList(),
        succession);
  }

  /** The candidates of a category; all of them for a quota that names none. */
  List<List<Dossier>> of(Optional<String> category) {
    return candidates.stream()
        .filter(c -> category.isEmpty() || category(c.get(0), succession.facts()).equals(category))
        .toList();
  }
}
