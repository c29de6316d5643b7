package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.DossierTimes;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.TimeVerdicts;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a dossier's evidence of time against its call's deadlines, to be looked at only. */
public final class TimesDesk {
  private final Calls calls;
  private final Units units;
  private final Submissions submissions;
  private final Papers papers;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final ZoneId zone;

  /** The records that evidence is read from. */
  public record Books(Submissions submissions, Papers papers) {}

  public TimesDesk(
      Calls calls, Units units, Books books, WorkingDays workingDays, Clock clock, ZoneId zone) {
    this.calls = calls;
    this.units = units;
    this.submissions = books.submissions();
    this.papers = books.papers();
    this.workingDays = workingDays;
    this.clock = clock;
    this.zone = zone;
  }

  /** As the call stands now; empty when the call is not live or the unit left the registry. */
  public Optional<DossierTimes> of(Dossier dossier) {
    return calls
        .find(dossier.call())
        .flatMap(call -> units.find(dossier.unit()).map(unit -> facts(dossier, call, unit)))
        .map(facts -> new TimeVerdicts(facts).of(dossier, dossier.timedBy()));
  }

  private UnitCase facts(Dossier dossier, Call call, Unit unit) {
    return new UnitCase(
        call,
        unit,
        unit.kindIn(call).orElse(""),
        submissions.ofUnit(call.id(), unit.code()).stream()
            .collect(Collectors.toMap(Submission::number, Function.identity())),
        List.of(dossier),
        papers.ofUnit(call.id(), unit.code()),
        Elsewhere.NOTHING,
        workingDays,
        zone,
        clock.instant());
  }
}
