package cn.baosong.web.api;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Refusal;
import java.util.function.Function;

/** Numbers in paths: what cannot be one names nothing. */
final class Numbered {
  private Numbered() {}

  static SubmissionNumber submission(String written) {
    return read(written, SubmissionNumber::new);
  }

  static DossierNumber dossier(String written) {
    return read(written, DossierNumber::new);
  }

  static PaperNumber paper(String written) {
    return read(written, PaperNumber::new);
  }

  static Refusal nothing() {
    return Refusal.notFound(
        "number",
        "没有这个编号。请核对，或从列表中查找。",
        "There is nothing of this number. Check it, or look in the list.");
  }

  private static <T> T read(String written, Function<String, T> number) {
    try {
      return number.apply(written);
    } catch (IllegalArgumentException noNumber) {
      throw nothing();
    }
  }
}
