package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.PersonName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The registered papers of a candidate. */
final class PapersOf {
  private PapersOf() {}

  /** Parcels that name the candidate, or that were registered whole. */
  static List<PaperRecord> naming(Dossier dossier, UnitCase facts) {
    return facts.papers().stream()
        .filter(p -> p.candidates().isEmpty() || entry(dossier, p, facts).isPresent())
        .toList();
  }

  /** The entries of all parcels that name the candidate, the latest registered first. */
  static List<PaperRecord.Candidate> entries(Dossier dossier, UnitCase facts) {
    return facts.papers().stream()
        .sorted(Comparator.comparing(PaperRecord::received).reversed())
        .flatMap(p -> entry(dossier, p, facts).stream())
        .toList();
  }

  static boolean isSame(Dossier dossier, PaperRecord.Candidate entry, UnitCase facts) {
    return sameNumber(dossier, entry, facts) || sameName(dossier, entry);
  }

  /** What one parcel holds of a candidate: by number, else by name. */
  private static Optional<PaperRecord.Candidate> entry(
      Dossier dossier, PaperRecord paper, UnitCase facts) {
    return paper.candidates().stream()
        .filter(c -> sameNumber(dossier, c, facts))
        .findFirst()
        .or(() -> paper.candidates().stream().filter(c -> sameName(dossier, c)).findFirst());
  }

  private static boolean sameNumber(Dossier dossier, PaperRecord.Candidate entry, UnitCase facts) {
    String number = IdentityNumber.read(entry.identity()).text();
    return !number.isEmpty()
        && dossier
            .form()
            .text(facts.call().person().identity())
            .filter(n -> IdentityNumber.read(n).text().equals(number))
            .isPresent();
  }

  private static boolean sameName(Dossier dossier, PaperRecord.Candidate entry) {
    String name = PersonName.read(entry.name()).text();
    return !name.isEmpty() && PersonName.read(dossier.candidate().name()).text().equals(name);
  }
}
