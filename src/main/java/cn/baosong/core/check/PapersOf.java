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
        .filter(p -> p.candidates().isEmpty() || entry(dossier, p).isPresent())
        .toList();
  }

  /** What one parcel holds of a candidate: by number, else by name. */
  static Optional<PaperRecord.Candidate> entry(Dossier dossier, PaperRecord paper) {
    return paper.candidates().stream()
        .filter(c -> sameNumber(dossier, c))
        .findFirst()
        .or(() -> paper.candidates().stream().filter(c -> sameName(dossier, c)).findFirst());
  }

  /** The entries of all parcels, the latest registered first. */
  static List<PaperRecord.Candidate> entries(Dossier dossier, UnitCase facts) {
    return facts.papers().stream()
        .sorted(Comparator.comparing(PaperRecord::received).reversed())
        .flatMap(p -> entry(dossier, p).stream())
        .toList();
  }

  static boolean isSame(Dossier dossier, PaperRecord.Candidate entry) {
    return sameNumber(dossier, entry) || sameName(dossier, entry);
  }

  private static boolean sameNumber(Dossier dossier, PaperRecord.Candidate entry) {
    return !entry.identity().isBlank()
        && IdentityNumber.read(entry.identity()).text().equals(dossier.candidate().key());
  }

  private static boolean sameName(Dossier dossier, PaperRecord.Candidate entry) {
    return PersonName.read(entry.name())
        .text()
        .equals(PersonName.read(dossier.candidate().name()).text());
  }
}
