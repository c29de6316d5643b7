package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.Refusal;
import java.util.Optional;

/**
 * What became, or would become, of one of many dossiers.
 *
 * @param after empty when it cannot be ruled so
 * @param letter that would go with it
 * @param second whether a second person has to confirm it
 * @param why why not, in Chinese; {@code whyEnglish} says the same
 */
public record BulkRow(
    String publicId,
    String number,
    String candidate,
    int seen,
    DossierState before,
    Optional<DossierState> after,
    Optional<Letter> letter,
    boolean second,
    Optional<String> why,
    Optional<String> whyEnglish) {

  /**
   * @param after empty while a second person is to confirm it
   */
  static BulkRow done(
      Dossier before, int seen, Optional<DossierState> after, Optional<Letter> letter) {
    return new BulkRow(
        before.publicId(),
        before.number().value(),
        Masking.text(before.candidate().name()),
        seen,
        before.state(),
        after,
        letter,
        after.isEmpty(),
        Optional.empty(),
        Optional.empty());
  }

  BulkRow bySecond() {
    return new BulkRow(
        publicId, number, candidate, seen, before, after, letter, true, why, whyEnglish);
  }

  static BulkRow refused(Dossier before, int seen, Refusal refusal) {
    return new BulkRow(
        before.publicId(),
        before.number().value(),
        Masking.text(before.candidate().name()),
        seen,
        before.state(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(refusal.chinese()),
        Optional.of(refusal.english()));
  }
}
