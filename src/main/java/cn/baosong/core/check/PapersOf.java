package cn.baosong.core.check;

import cn.baosong.core.call.PersonFields;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.PersonName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The registered papers of a candidate. */
public final class PapersOf {
  private PapersOf() {}

  /** What one parcel holds of a candidate. */
  record Entry(PaperRecord paper, PaperRecord.Candidate candidate) {}

  /** Parcels that name the candidate, or that were registered whole. */
  static List<PaperRecord> naming(Dossier dossier, UnitCase facts) {
    return facts.papers().stream()
        .filter(p -> p.candidates().isEmpty() || entry(dossier, p, facts).isPresent())
        .toList();
  }

  /** What all parcels that name the candidate hold of it, the latest registered first. */
  static List<Entry> entries(Dossier dossier, UnitCase facts) {
    return facts.papers().stream()
        .sorted(
            Comparator.comparing((PaperRecord p) -> p.received())
                .thenComparing(p -> p.number().value())
                .reversed())
        .flatMap(p -> entry(dossier, p, facts).map(c -> new Entry(p, c)).stream())
        .toList();
  }

  /**
   * Which of a unit's dossiers an entry of a parcel is about: those of its number, else of its
   * name, as long as one person only goes by it.
   *
   * @param all dossiers of the unit in the call
   */
  public static List<Dossier> meant(
      PaperRecord.Candidate entry, Collection<Dossier> all, PersonFields person) {
    List<Dossier> numbered = all.stream().filter(d -> sameNumber(d, entry, person)).toList();
    if (!numbered.isEmpty()) {
      return numbered;
    }
    List<Dossier> named = all.stream().filter(d -> sameName(d, entry)).toList();
    long people =
        named.stream()
            .filter(d -> d.state() != DossierState.WITHDRAWN)
            .map(d -> d.candidate().key())
            .distinct()
            .count();
    return people > 1 ? List.of() : named;
  }

  /** Whether anything of the unit may be about this entry of a parcel. */
  public static boolean isKnown(
      PaperRecord.Candidate entry, Collection<Dossier> all, PersonFields person) {
    return all.stream().anyMatch(d -> sameNumber(d, entry, person) || sameName(d, entry));
  }

  /** What one parcel holds of a candidate: by number, else by name. */
  private static Optional<PaperRecord.Candidate> entry(
      Dossier dossier, PaperRecord paper, UnitCase facts) {
    PersonFields person = facts.call().person();
    return paper.candidates().stream()
        .filter(c -> sameNumber(dossier, c, person))
        .findFirst()
        .or(
            () ->
                paper.candidates().stream()
                    .filter(c -> meant(c, facts.dossiers(), person).contains(dossier))
                    .findFirst());
  }

  private static boolean sameNumber(
      Dossier dossier, PaperRecord.Candidate entry, PersonFields person) {
    String number = IdentityNumber.read(entry.identity()).text();
    return !number.isEmpty()
        && (dossier.candidate().key().equals(number)
            || dossier
                .form()
                .text(person.identity())
                .filter(n -> IdentityNumber.read(n).text().equals(number))
                .isPresent());
  }

  private static boolean sameName(Dossier dossier, PaperRecord.Candidate entry) {
    String name = PersonName.read(entry.name()).text();
    return !name.isEmpty() && PersonName.read(dossier.candidate().name()).text().equals(name);
  }
}
