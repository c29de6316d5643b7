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
 * @param near whether one of its dates stood so near to a deadline when it was registered
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
    List<Candidate> candidates,
    boolean near) {
  public PaperRecord {
    candidates = List.copyOf(candidates);
  }

  /** A record that no second person needs to look at. */
  public PaperRecord(
      PaperNumber number,
      CallId call,
      UnitCode unit,
      Channel channel,
      StatedParcel parcel,
      Instant received,
      String by,
      Optional<String> confirmedBy,
      List<Candidate> candidates) {
    this(number, call, unit, channel, parcel, received, by, confirmedBy, candidates, false);
  }

  /** Whether a second person is still to look at it. */
  public boolean awaitsSecond() {
    return near && confirmedBy.isEmpty();
  }

  /** The same registration, looked at by a second person. */
  public PaperRecord confirmed(String second) {
    return new PaperRecord(
        number, call, unit, channel, parcel, received, by, Optional.of(second), candidates, near);
  }

  /** The same registration, its dates held against the deadlines of its call. */
  public PaperRecord near(boolean deadline) {
    return new PaperRecord(
        number, call, unit, channel, parcel, received, by, confirmedBy, candidates, deadline);
  }

  /** The paper of one candidate: copies by material name, fields as keyed from the signed form. */
  public record Candidate(
      String identity, String name, Map<String, Integer> copies, Map<String, String> fields) {}
}
