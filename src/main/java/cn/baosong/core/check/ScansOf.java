package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.Scan;
import java.util.Collection;
import java.util.List;

/** The scans of a candidate's printed forms. */
public final class ScansOf {
  private ScansOf() {}

  /**
   * Those of the mail room's scans that show a form of this candidate, in their order.
   *
   * @param all dossiers of the unit in the call
   */
  public static List<Scan> showing(
      Dossier dossier, Collection<Dossier> all, Collection<Scan> scans) {
    return read(dossier, all, scans).stream().filter(s -> s.enclosed().isEmpty()).toList();
  }

  /** The same, and with them the forms that the unit enclosed. */
  public static List<Scan> read(Dossier dossier, Collection<Dossier> all, Collection<Scan> scans) {
    return scans.stream().filter(scan -> isOf(scan.reference(), dossier, all)).toList();
  }

  /** Whether a form was printed as this candidate's: by its number, an earlier one, or a draft. */
  public static boolean isOf(String reference, Dossier dossier, Collection<Dossier> all) {
    return Fingerprint.draft(dossier.candidate()).filter(reference::equals).isPresent()
        || all.stream()
            .filter(
                other -> other.equals(dossier) || other.candidate().isSameAs(dossier.candidate()))
            .anyMatch(other -> other.number().value().equals(reference));
  }
}
