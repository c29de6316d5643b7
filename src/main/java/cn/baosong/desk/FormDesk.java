package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.desk.FormPress.FormSheet;
import java.io.IOException;

/** Prints the forms of candidates with a code on every page by which the paper is known again. */
public final class FormDesk {
  private final FormPress press;
  private final FieldDifferences differences;

  public FormDesk(FormPress press, FieldDifferences differences) {
    this.press = press;
    this.differences = differences;
  }

  /**
   * The form of a dossier as it stands in the register.
   *
   * @throws IOException when it cannot be laid out
   */
  public byte[] print(Dossier dossier, Call call) throws IOException {
    return print(call, dossier.form(), dossier.number().value());
  }

  /**
   * The form of a dossier as a scan of it shows it, and where its fields stand.
   *
   * @param reference that it was printed under
   * @throws IOException when it cannot be laid out
   */
  public FormPress.Printed printed(Dossier dossier, Call call, String reference)
      throws IOException {
    return press.printed(
        new FormSheet(
            call, dossier.form(), reference, Fingerprint.of(call, dossier.form(), differences)));
  }

  /**
   * The form of somebody who is not delivered yet.
   *
   * @throws Refusal when the form does not say whose it is
   * @throws IOException when it cannot be laid out
   */
  public byte[] printDraft(FormData form, Call call) throws IOException {
    String reference =
        Fingerprint.draft(Candidate.of(form, call.person()))
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        call.person().name(),
                        "登记表没有写“" + call.person().name() + "”，无法打印。",
                        "The form does not say whose it is."));
    return print(call, form, reference);
  }

  private byte[] print(Call call, FormData form, String reference) throws IOException {
    return press.print(
        new FormSheet(call, form, reference, Fingerprint.of(call, form, differences)));
  }
}
