package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Submission;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is stored of one unit in one call, as an assessment takes it: the office's own, and a
 * replay's.
 *
 * @param dossiers in the order of their numbers
 * @param elsewhere what stands live under other units
 */
record CaseFile(
    Unit unit,
    Collection<Submission> submissions,
    List<Dossier> dossiers,
    List<PaperRecord> papers,
    List<Scan> scans,
    Elsewhere elsewhere) {

  /** The case under a call at a moment of assessment. */
  UnitCase under(Call call, Calendar calendar, Instant asOf) {
    return new UnitCase(
        call,
        unit,
        unit.kindIn(call).orElse(""),
        submissions.stream().collect(Collectors.toMap(Submission::number, Function.identity())),
        dossiers,
        papers,
        scans,
        elsewhere,
        calendar.workingDays(),
        calendar.zone(),
        asOf);
  }

  /** Working days as they are published, and the office's zone. */
  record Calendar(WorkingDays workingDays, ZoneId zone) {}
}
