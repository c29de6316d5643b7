package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a parcel that the mail room registered says of time (domain.md 2.3, A04, A07). */
final class PaperTimes {
  private final Call call;
  private final ZoneId zone;

  PaperTimes(Call call, ZoneId zone) {
    this.call = call;
    this.zone = zone;
  }

  TimeVerdict hold(PaperRecord paper, DeadlineReading reading) {
    TimeVerdict verdict =
        switch (paper.channel()) {
          case POST -> posted(paper, reading);
          case COURIER -> couriered(paper, reading);
          case COUNTER -> handedIn(paper, reading);
          case FOLDER, EMAIL, FTP, SFTP, WEB, API -> reading.hold(Arrival.at(received(paper)));
        };
    return confirmed(paper, verdict, reading.limits());
  }

  private TimeVerdict posted(PaperRecord paper, DeadlineReading reading) {
    List<TimeVerdict> readings =
        call.readings(Options.POSTMARK_KIND, Options.DISPATCH).stream()
            .map(kind -> reading.hold(posted(kind, paper)))
            .toList();
    return Verdicts.unanimous(readings, "以寄出邮戳还是寄达邮戳为准尚未认定，两种理解结论不同，由工作人员认定。");
  }

  private Arrival posted(String kind, PaperRecord paper) {
    Optional<TimeEvidence> arrived = paper.parcel().arrivalPostmark().map(d -> day(d, "寄达邮戳"));
    return new Arrival(
        kind.equals(Options.DISPATCH) ? dispatched(paper.parcel()) : arrived,
        arrived,
        received(paper));
  }

  private TimeVerdict couriered(PaperRecord paper, DeadlineReading reading) {
    List<String> rules = call.readings(Options.COURIER_RULE, Options.RECEIPT);
    TimeEvidence received = received(paper);
    TimeVerdict byReceipt = reading.hold(Arrival.at(received));
    if (rules.size() > 1) {
      return Verdicts.as(Value.UNDETERMINED, byReceipt, "快递件以何时为准尚未认定，由工作人员认定。");
    }
    return switch (rules.get(0)) {
      case Options.NOT_ALLOWED -> Verdicts.as(Value.UNDETERMINED, byReceipt, "通知不接受快递件，由工作人员处理。");
      case Options.ACCEPTANCE_SCAN ->
          reading.hold(
              new Arrival(
                  Optional.of(
                      paper.parcel().dispatchPostmark().map(d -> day(d, "收寄扫描")).orElse(received)),
                  Optional.of(received),
                  received));
      default -> byReceipt;
    };
  }

  private TimeVerdict handedIn(PaperRecord paper, DeadlineReading reading) {
    TimeVerdict byReceipt = reading.hold(Arrival.at(received(paper)));
    List<String> rules = call.readings(Options.COUNTER, Options.RECEIPT);
    return rules.size() > 1 || rules.contains(Options.NOT_ALLOWED)
        ? Verdicts.as(Value.UNDETERMINED, byReceipt, "通知未载明可否现场递交，由工作人员认定。")
        : byReceipt;
  }

  /** Near a deadline one person's reading of a postmark may accept, never refuse (decisions 15). */
  private static TimeVerdict confirmed(PaperRecord paper, TimeVerdict verdict, Limits limits) {
    boolean near =
        verdict
            .evidence()
            .map(e -> e.interval().earliest())
            .filter(at -> at.isBefore(limits.furthest().plus(SecondPerson.WITHIN)))
            .isPresent();
    return verdict.value() == Value.LATE && near && paper.confirmedBy().isEmpty()
        ? Verdicts.as(Value.UNDETERMINED, verdict, "临近期限的纸质登记须第二人复核后方可认定逾期。")
        : verdict;
  }

  private Optional<TimeEvidence> dispatched(StatedParcel parcel) {
    return parcel.dispatchPostmark().filter(d -> parcel.postmarkLegible()).map(d -> day(d, "寄出邮戳"));
  }

  private TimeEvidence day(LocalDate day, String source) {
    return new TimeEvidence(Interval.day(day, zone), source, TrustClass.A, Optional.of(day));
  }

  private static TimeEvidence received(PaperRecord paper) {
    return TimeEvidence.of(Interval.second(paper.received()), "收发室登记", TrustClass.A);
  }
}
