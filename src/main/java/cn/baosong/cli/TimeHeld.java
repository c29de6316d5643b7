package cn.baosong.cli;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.check.DossierTimes;
import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.check.TimeVerdicts;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What evidence of time came to against a deadline.
 *
 * @param half {@code paper}, {@code electronic}, or {@code whole} where no half is bound
 * @param deadline its nominal last day
 * @param strictest where the strictest reading in play ends
 * @param mostLenient where the most lenient one ends
 */
record TimeHeld(
    String half,
    String verdict,
    Optional<LocalDate> deadline,
    Optional<OffsetDateTime> strictest,
    Optional<OffsetDateTime> mostLenient,
    Optional<TimeEvidence> evidence,
    String explanation,
    String clause) {

  static List<TimeHeld> of(Dossier dossier, UnitCase facts) {
    if (dossier.paperOnly().isPresent()) {
      return List.of();
    }
    DossierTimes times = new TimeVerdicts(facts).of(dossier, dossier.timedBy());
    List<TimeHeld> held = new ArrayList<>();
    times.paper().map(verdict -> of("paper", verdict, facts.zone())).ifPresent(held::add);
    times.electronic().map(verdict -> of("electronic", verdict, facts.zone())).ifPresent(held::add);
    return held.isEmpty() ? List.of(of("whole", times.verdict(), facts.zone())) : held;
  }

  private static TimeHeld of(String half, TimeVerdict verdict, ZoneId zone) {
    return new TimeHeld(
        half,
        verdict.value().name(),
        verdict.deadline().map(Deadline::date),
        verdict.strictest().map(at -> at(at, zone)),
        verdict.mostLenient().map(at -> at(at, zone)),
        verdict.evidence(),
        verdict.explanation(),
        verdict.deadline().map(d -> d.clause().words()).orElse(""));
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
