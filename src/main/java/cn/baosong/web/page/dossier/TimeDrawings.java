package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.check.DossierTimes;
import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.desk.Records;
import cn.baosong.desk.TimesDesk;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import cn.baosong.web.page.dossier.TimeDrawing.Day;
import cn.baosong.web.page.dossier.TimeDrawing.Lane;
import cn.baosong.web.page.dossier.TimeDrawing.Margin;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws when a dossier was sent and received against the deadlines that bind it. */
@Component
final class TimeDrawings {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final double LEAST_WIDTH = 0.6;

  private final TimesDesk desk;
  private final Records records;
  private final WebOffice office;
  private final Times times;

  TimeDrawings(TimesDesk desk, Records records, WebOffice office, Times times) {
    this.desk = desk;
    this.records = records;
    this.office = office;
    this.times = times;
  }

  /** A piece of evidence and what it is evidence of. */
  private record Seen(String what, TimeEvidence evidence) {}

  /** One drawing for each half that a deadline binds. */
  List<TimeDrawing> of(Dossier dossier) {
    Optional<Receipt> arrival =
        Optional.ofNullable(records.lines(List.of(dossier.timedBy())).get(dossier.timedBy()))
            .map(Records.SubmissionLine::arrival);
    return desk.of(dossier).stream()
        .flatMap(TimeDrawings::halves)
        .filter(half -> half.deadline().isPresent() && half.strictest().isPresent())
        .map(half -> drawing(half, half.deadline().get(), arrival))
        .toList();
  }

  private static Stream<TimeVerdict> halves(DossierTimes all) {
    return Stream.concat(all.paper().stream(), all.electronic().stream());
  }

  private TimeDrawing drawing(TimeVerdict half, Deadline deadline, Optional<Receipt> arrival) {
    Instant strictest = half.strictest().orElseThrow();
    Instant lenient = half.mostLenient().orElse(strictest);
    List<Seen> seen = seen(half, deadline, arrival);
    List<Instant> shown = new ArrayList<>(List.of(strictest, lenient));
    seen.forEach(s -> shown.addAll(ends(s.evidence())));
    TimeScale scale = TimeScale.holding(shown);
    List<Lane> lanes = new ArrayList<>();
    for (Seen one : seen) {
      lanes.add(lane(one, half, scale, lanes.size()));
    }
    return new TimeDrawing(
        deadline.part(),
        half.value(),
        half.explanation(),
        deadline.clause().isStated() ? deadline.clause() : Clause.NONE,
        limit(strictest, lenient),
        TimeScale.percent(scale.at(strictest)),
        TimeScale.percent(scale.at(lenient)),
        TimeScale.percent(scale.at(lenient) - scale.at(strictest)),
        TimeScale.percent(100 - scale.at(lenient)),
        deadline
            .opens(office.zone())
            .filter(scale::shows)
            .map(at -> TimeScale.percent(scale.at(at))),
        lanes,
        scale.days(office.zone()).stream()
            .map(
                day ->
                    new Day(
                        TimeScale.percent(scale.at(day.atStartOfDay(office.zone()).toInstant())),
                        DAY.format(day)))
            .toList());
  }

  private static List<Seen> seen(TimeVerdict half, Deadline deadline, Optional<Receipt> arrival) {
    List<Seen> seen = new ArrayList<>();
    boolean fromArrival = half.evidence().flatMap(e -> arrival.filter(a -> isOf(a, e))).isPresent();
    switch (deadline.part()) {
      case ELECTRONIC -> arrival.ifPresent(a -> addBoth(a, seen));
      case PAPER -> {
        if (fromArrival) {
          arrival.ifPresent(a -> addBoth(a, seen));
        } else {
          half.evidence().ifPresent(e -> seen.add(new Seen("paperat", e)));
        }
      }
    }
    return seen;
  }

  private static boolean isOf(Receipt arrival, TimeEvidence evidence) {
    return arrival.received().equals(evidence) || arrival.sentOrReceived().equals(evidence);
  }

  private static void addBoth(Receipt arrival, List<Seen> seen) {
    arrival.sent().ifPresent(sent -> seen.add(new Seen("sentat", sent)));
    seen.add(new Seen("receivedat", arrival.received()));
  }

  private Lane lane(Seen seen, TimeVerdict half, TimeScale scale, int before) {
    TimeEvidence evidence = seen.evidence();
    Interval when = interval(evidence);
    double x = scale.at(when.earliest());
    double width = Math.max(LEAST_WIDTH, scale.at(when.latest()) - x);
    return new Lane(
        seen.what(),
        words(evidence),
        evidence.source(),
        evidence.trust(),
        half.evidence().filter(evidence::equals).isPresent(),
        margin(when, half.strictest().orElseThrow(), half.mostLenient()),
        TimeScale.percent(Math.min(x, 100 - width)),
        TimeScale.percent(width),
        TimeDrawing.y(before));
  }

  private Interval interval(TimeEvidence evidence) {
    return evidence.day().map(day -> Interval.day(day, office.zone())).orElse(evidence.interval());
  }

  private List<Instant> ends(TimeEvidence evidence) {
    Interval when = interval(evidence);
    return List.of(when.earliest(), when.latest());
  }

  private String words(TimeEvidence evidence) {
    if (evidence.day().isPresent()) {
      return evidence.day().get().toString();
    }
    String from = times.moment(evidence.interval().earliest());
    String to = times.moment(evidence.interval().latest());
    return from.equals(to) ? from : from + " – " + to;
  }

  private static Margin margin(Interval when, Instant strictest, Optional<Instant> lenient) {
    if (when.latest().isBefore(strictest)) {
      return margin("before", Duration.between(when.latest(), strictest));
    }
    if (lenient.filter(end -> !when.earliest().isBefore(end)).isPresent()) {
      return margin("after", Duration.between(lenient.get(), when.earliest()));
    }
    return margin("within", Duration.ZERO);
  }

  private static Margin margin(String side, Duration apart) {
    return new Margin(side, apart.toDays(), apart.toHoursPart(), apart.toMinutesPart());
  }

  /** A limit is the first instant out of time: midnight is told as 24:00 of the day before. */
  private String limit(Instant strictest, Instant lenient) {
    return strictest.equals(lenient) ? end(strictest) : end(strictest) + " – " + end(lenient);
  }

  private String end(Instant limit) {
    var end = limit.atZone(office.zone());
    return end.toLocalTime().toSecondOfDay() == 0
        ? end.toLocalDate().minusDays(1) + " 24:00"
        : MINUTE.format(end);
  }
}
