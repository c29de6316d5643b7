package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Every stored fact that bears on one unit in one call: what an assessment is a pure function of
 * (decisions.md 1).
 *
 * @param unitKind the unit's kind in the words of the call; empty when the call knows none of its
 *     kinds
 * @param submissions all deliveries of the unit for the call
 * @param dossiers all its dossiers, older versions too, in the order of their numbers
 * @param scans what the mail room scanned of its printed forms, the latest first
 * @param elsewhere what stands live under other units of the same call
 * @param workingDays as the region of the office has them
 * @param zone the office's zone, in which dates of the notice are meant
 * @param asOf the moment of assessment, itself a stored input
 */
public record UnitCase(
    Call call,
    Unit unit,
    String unitKind,
    Map<SubmissionNumber, Submission> submissions,
    List<Dossier> dossiers,
    List<PaperRecord> papers,
    List<Scan> scans,
    Elsewhere elsewhere,
    WorkingDays workingDays,
    ZoneId zone,
    Instant asOf) {
  public UnitCase {
    submissions = Map.copyOf(submissions);
    dossiers = List.copyOf(dossiers);
    papers = List.copyOf(papers);
    scans = List.copyOf(scans);
    workingDays = workingDays.in(call.office().region());
  }

  /** A case of which nothing was scanned. */
  public UnitCase(
      Call call,
      Unit unit,
      String unitKind,
      Map<SubmissionNumber, Submission> submissions,
      List<Dossier> dossiers,
      List<PaperRecord> papers,
      Elsewhere elsewhere,
      WorkingDays workingDays,
      ZoneId zone,
      Instant asOf) {
    this(
        call,
        unit,
        unitKind,
        submissions,
        dossiers,
        papers,
        List.of(),
        elsewhere,
        workingDays,
        zone,
        asOf);
  }

  /** The same facts under another reading of the call. */
  UnitCase under(Call other) {
    return new UnitCase(
        other,
        unit,
        unitKind,
        submissions,
        dossiers,
        papers,
        scans,
        elsewhere,
        workingDays,
        zone,
        asOf);
  }
}
