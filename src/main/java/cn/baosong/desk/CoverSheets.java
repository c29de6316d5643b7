package cn.baosong.desk;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds whose a parcel is by what its cover sheet says: the code itself, as a scanner at the
 * keyboard types it, or the number of the electronic half that stands beside it.
 */
public final class CoverSheets {
  private final Submissions submissions;
  private final Dossiers dossiers;

  public CoverSheets(Submissions submissions, Dossiers dossiers) {
    this.submissions = submissions;
    this.dossiers = dossiers;
  }

  /** Empty where it says nothing that is known, or what it names has no call or unit yet. */
  public Optional<CoverCode> find(String typed) {
    String text = typed.strip();
    Optional<CoverCode> code = CoverCode.read(text);
    return code.isPresent() ? code : numbered(text.toUpperCase(Locale.ROOT));
  }

  private Optional<CoverCode> numbered(String number) {
    try {
      return number.startsWith("RX-")
          ? dossiers
              .find(new DossierNumber(number))
              .map(d -> new CoverCode(d.call(), d.unit(), d.submission().value()))
          : submissions
              .find(new SubmissionNumber(number))
              .filter(s -> s.call().isPresent() && s.unit().isPresent())
              .map(s -> new CoverCode(s.call().get(), s.unit().get(), number));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }
}
