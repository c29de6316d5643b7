package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Receipt;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * A submission with everything that is known of it.
 *
 * @param receipts every arrival of these bytes
 * @param documents unit-level files
 * @param sender who speaks by the mail that it came in; null where it came in none
 * @param findings what opening and assessment found of the delivery as a whole
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubmissionDetail(
    @JsonUnwrapped SubmissionView submission,
    List<ReceiptView> receipts,
    List<DocumentView> documents,
    Optional<SenderView> sender,
    List<FindingView> findings,
    List<LetterBrief> notices,
    List<EventView> timeline) {

  /** One arrival. */
  public record ReceiptView(
      String id, String channel, String name, EvidenceView evidence, String registered) {
    static ReceiptView of(Receipt receipt, WebOffice office) {
      return new ReceiptView(
          receipt.id(),
          receipt.channel().code(),
          Masking.text(receipt.name()),
          EvidenceView.of(receipt, office),
          office.at(receipt.registered()));
    }
  }

  /** A file of the package. */
  public record DocumentView(String path, long bytes, String sha256) {
    static DocumentView of(Document document) {
      return new DocumentView(
          Masking.text(document.path()), document.bytes(), document.digest().hex());
    }
  }
}
