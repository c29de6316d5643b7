package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.Fingerprint;
import java.io.IOException;
import java.util.List;

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
   * The same, and where on it each field stands.
   *
   * @throws IOException when it cannot be laid out
   */
  Printed printed(FormSheet sheet) throws IOException;

  /**
   * A printed form.
   *
   * @param pdf of A4 pages
   * @param places of fields that stand whole on one page
   */
  record Printed(byte[] pdf, List<FieldPlace> places) {
    public Printed {
      places = List.copyOf(places);
    }
  }

  /**
   * A form to print.
   *
   * @param reference number of the dossier, or that of a draft
   */
  record FormSheet(Call call, FormData form, String reference, Fingerprint fingerprint) {}
}
