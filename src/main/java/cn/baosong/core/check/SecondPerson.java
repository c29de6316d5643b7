package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Interval;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which parcels a second person looks at: those of which a date stands within three days of a
 * deadline for paper, on either side of it (decisions.md 15).
 *
 * @param zone in which postmarks are read
 */
public record SecondPerson(WorkingDays calendar, ZoneId zone) {
  static final Duration WITHIN = Duration.ofDays(3);

  public boolean isWanted(PaperRecord paper, Call call) {
    List<Interval> dates = dates(paper);
    return call.deadlines().stream()
        .filter(deadline -> deadline.part() == Part.PAPER)
        .map(deadline -> Limits.of(deadline, calendar.in(call.office().region()), zone))
        .anyMatch(limits -> dates.stream().anyMatch(date -> isNear(date, limits)));
  }

  private List<Interval> dates(PaperRecord paper) {
    return Stream.concat(
            Stream.of(Interval.second(paper.received())),
            Stream.of(paper.parcel().dispatchPostmark(), paper.parcel().arrivalPostmark())
                .flatMap(day -> day.stream().map(d -> Interval.day(d, zone))))
        .toList();
  }

  private static boolean isNear(Interval date, Limits limits) {
    return date.latest().isAfter(limits.strictest().minus(WITHIN))
        && date.earliest().isBefore(limits.furthest().plus(WITHIN));
  }
}
