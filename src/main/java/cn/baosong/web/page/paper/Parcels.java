package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.desk.Refusal;
import java.util.Optional;

/** Parcels as addresses name them. */
final class Parcels {
  private Parcels() {}

  /** Empty where a text cannot be the number of any. */
  static Optional<PaperNumber> number(String written) {
    try {
      return Optional.of(new PaperNumber(written));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }

  static Refusal nothing() {
    return Refusal.notFound("", "没有这件邮件。", "There is no such parcel.");
  }
}
