package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Submission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored season as it is read once more, some units at a time; it is never written to. */
public interface Season {
  /** How many dossiers a call has, older versions too. */
  long dossiers(CallId call);

  /** Units with a dossier in the call, by code. */
  List<UnitCode> unitsAfter(CallId call, Optional<UnitCode> last, int most);

  /** Everything stored of these units; one without a dossier is missing. */
  Map<UnitCode, Kept> of(CallId call, Collection<UnitCode> units);

  /**
   * What is kept of a unit.
   *
   * @param dossiers in the order of their numbers
   * @param history every decision of each dossier, oldest first
   * @param elsewhere since when a candidate key stands live under another unit
   */
  record Kept(
      List<Dossier> dossiers,
      List<Submission> submissions,
      List<Parcel> papers,
      List<Scan> scans,
      Map<DossierNumber, List<Decision>> history,
      Map<String, Instant> elsewhere) {}

  /** A parcel, and when the office's clock said that it was registered. */
  record Parcel(PaperRecord paper, Instant registered) {}
}
