package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.dossier.Fingerprint;
import java.io.IOException;

/** Prints a filled-in registration form, to be signed, sealed and sent on paper. */
public interface FormPress {
  /**
   * The same form makes the same bytes.
   *
   * @return a PDF
   * @throws IOException when it cannot be laid out
   */
  byte[] print(FormSheet sheet) throws IOException;

  /**
   * A form to print.
   *
   * @param reference number of the dossier, or that of a draft
   */
  record FormSheet(Call call, FormData form, String reference, Fingerprint fingerprint) {}
}
