package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.SubmissionState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the record holds of each unit in a call: one question, answered from indexes alone. */
public interface UnitTallies {
  /** Units of which nothing is on record are missing. */
  Map<UnitCode, UnitTally> of(CallId call);

  /** The same of one unit. */
  UnitTally of(CallId call, UnitCode unit);

  /**
   * A unit in a call.
   *
   * @param parcels registered by the mail room
   * @param reminded when the last reminder was written
   * @param last the last time that it and the office had to do with each other
   */
  record UnitTally(
      Map<DossierState, Long> dossiers,
      Map<SubmissionState, Long> submissions,
      long parcels,
      Optional<Instant> reminded,
      Optional<LastContact> last) {
    public static final UnitTally NOTHING =
        new UnitTally(Map.of(), Map.of(), 0, Optional.empty(), Optional.empty());

    public UnitTally {
      dossiers = Map.copyOf(dossiers);
      submissions = Map.copyOf(submissions);
    }

    public UnitStanding standing() {
      return UnitStanding.of(dossiers, submissions, parcels);
    }
  }

  /**
   * @param letter its kind, where it was a letter
   */
  record LastContact(Way way, Optional<LetterKind> letter, Instant at) {}

  /** How a unit and the office had to do with each other. */
  enum Way {
    DELIVERY,
    PARCEL,
    LETTER,
    /** Somebody spoke with the unit, and noted it. */
    SPOKEN
  }
}
