package cn.baosong.web.api;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Sealing;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A sealed original as its holder sees it: never a name or anything of the content.
 *
 * @param submission number; null when a crash kept it from being registered, until it comes again
 * @param reason CLASSIFIED_MARKING or MALWARE_FOUND
 * @param detail what the scanner calls it; null when there is nothing to say
 * @param unit that the place of arrival stands for
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SealedView(
    Optional<String> submission,
    String sha256,
    String reason,
    Optional<String> detail,
    Optional<String> channel,
    Optional<String> unit,
    Optional<EvidenceView> evidence,
    String sealed) {

  static SealedView of(Sealing sealing, Optional<Submission> of, WebOffice office) {
    Optional<Receipt> arrival = of.map(Submission::effective);
    return new SealedView(
        of.map(s -> s.number().value()),
        sealing.digest().hex(),
        sealing.reason().name(),
        Optional.of(sealing.detail()).filter(d -> !d.isBlank()),
        arrival.map(r -> r.channel().code()),
        arrival.flatMap(Receipt::folderUnit),
        arrival.map(r -> EvidenceView.of(r, office)),
        office.at(sealing.at()));
  }
}
