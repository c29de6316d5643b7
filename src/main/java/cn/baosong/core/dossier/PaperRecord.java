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
 * @param ending how it left the mail room's hands; empty while it is there
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
    boolean near,
    Optional<Ending> ending) {
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
    this(
        number,
        call,
        unit,
        channel,
        parcel,
        received,
        by,
        confirmedBy,
        candidates,
        false,
        Optional.empty());
  }

  /** Whether a second person is still to look at it. */
  public boolean awaitsSecond() {
    return near && confirmedBy.isEmpty();
  }

  /** The same registration, looked at by a second person. */
  public PaperRecord confirmed(String second) {
    return with(call, unit, Optional.of(second), near, ending);
  }

  /** The same registration, its dates held against the deadlines of its call. */
  public PaperRecord near(boolean deadline) {
    return with(call, unit, confirmedBy, deadline, ending);
  }

  /** The same paper of another unit or for another call: every time stays (domain.md F11, F12). */
  public PaperRecord movedTo(CallId rightCall, UnitCode rightUnit) {
    return with(rightCall, rightUnit, confirmedBy, near, ending);
  }

  /** The same, out of the mail room's hands. */
  public PaperRecord ended(Ending as) {
    return with(call, unit, confirmedBy, near, Optional.of(as));
  }

  /** Whether it went to another office, and bears on nothing here any more. */
  public boolean isForwarded() {
    return ending.filter(e -> e.kind() == Ending.Kind.FORWARDED).isPresent();
  }

  private PaperRecord with(
      CallId ofCall,
      UnitCode ofUnit,
      Optional<String> second,
      boolean deadline,
      Optional<Ending> as) {
    return new PaperRecord(
        number, ofCall, ofUnit, channel, parcel, received, by, second, candidates, deadline, as);
  }

  /**
   * How a parcel left the mail room's hands.
   *
   * @param to the office that it went to; empty when it was filed here
   */
  public record Ending(Kind kind, Instant at, String by, String to, String reason) {
    /** Filed here, or sent on. */
    public enum Kind {
      FILED,
      FORWARDED
    }
  }

  /** The paper of one candidate: copies by material name, fields as keyed from the signed form. */
  public record Candidate(
      String identity, String name, Map<String, Integer> copies, Map<String, String> fields) {}
}
