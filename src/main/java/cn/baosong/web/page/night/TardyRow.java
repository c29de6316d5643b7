package cn.baosong.web.page.night;

import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.desk.night.Tardy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dossier that is late, or of which nobody knows; no person is named.
 *
 * @param channel name of the channel it came by; empty when it is not known
 * @param by how late it is at least, whole seconds
 * @param atLeast whether it may be later still
 */
record TardyRow(
    String number,
    String publicId,
    String unit,
    String state,
    String channel,
    Optional<Interval> when,
    Optional<LocalDate> day,
    String source,
    String trust,
    Optional<Long> by,
    boolean atLeast,
    String why,
    Optional<Interval> outage) {

  static TardyRow of(Tardy tardy, String unit) {
    Optional<TimeEvidence> evidence = tardy.evidence();
    return new TardyRow(
        tardy.dossier().number().value(),
        tardy.dossier().publicId(),
        unit,
        tardy.dossier().state().name(),
        tardy.arrival().map(a -> a.channel().name()).orElse(""),
        evidence.map(TimeEvidence::interval),
        evidence.flatMap(TimeEvidence::day),
        evidence.map(TimeEvidence::source).orElse(""),
        evidence.map(e -> e.trust().name()).orElse(""),
        tardy.late().map(Duration::toSeconds),
        tardy.atLeast(),
        tardy.verdict().map(TimeVerdict::explanation).orElse(""),
        tardy.outage());
  }
}
