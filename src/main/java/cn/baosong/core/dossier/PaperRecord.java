package cn.baosong.core.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paper registration (纸质登记) by the mail room: class A evidence (decisions.md 15).
 *
 * @param received when the mail room took it in
 * @param by who registered it
 * @param confirmedBy second person; needed to refuse within three days of a deadline
 */
public record PaperRecord(
    PaperNumber number,
    CallId call,
    UnitCode unit,
    Channel channel,
    StatedParcel parcel,
    Instant received,
    String by,
    Optional<String> confirmedBy,
    List<Candidate> candidates) {
  public PaperRecord {
    candidates = List.copyOf(candidates);
  }

  /** The paper of one candidate: copies by material name, fields as keyed from the signed form. */
  public record Candidate(
      String identity, String name, Map<String, Integer> copies, Map<String, String> fields) {}
}
