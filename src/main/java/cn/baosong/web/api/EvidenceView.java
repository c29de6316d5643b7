package cn.baosong.web.api;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of time as evidence files write it: when sent and when received, by what, how sure.
 *
 * @param outage when the office could not look into the source before it saw the item; null where
 *     it could
 * @param remarks what a person should know of the arrival, in Chinese
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceView(Stamp sent, Stamp received, Optional<Gap> outage, List<String> remarks) {
  public EvidenceView {
    remarks = List.copyOf(remarks);
  }

  /**
   * @param began ISO 8601 with the office's offset
   */
  public record Gap(String began, String ended) {}

  /**
   * @param earliest ISO 8601 with the office's offset
   * @param trust trust class A, B or C
   * @param day the date, when the evidence has day precision
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Stamp(
      String earliest,
      String latest,
      String source,
      @JsonProperty("class") String trust,
      Optional<String> day) {}

  static EvidenceView of(Receipt receipt, WebOffice office) {
    return new EvidenceView(
        stamp(receipt.sentOrReceived(), office),
        stamp(receipt.received(), office),
        receipt.outage().map(o -> new Gap(office.at(o.earliest()), office.at(o.latest()))),
        receipt.remarks());
  }

  private static Stamp stamp(TimeEvidence evidence, WebOffice office) {
    return new Stamp(
        office.at(evidence.interval().earliest()),
        office.at(evidence.interval().latest()),
        evidence.source(),
        evidence.trust().name(),
        evidence.day().map(Object::toString));
  }
}
