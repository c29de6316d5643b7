package cn.baosong.desk.night;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.check.DossierTimes;
import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.Act;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Changes;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Shares;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.TimesDesk;
import cn.baosong.desk.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of the last evening of a call, while it lasts and afterwards, from the record alone. */
public final class NightDesk {
  private static final int OUTAGES = 1000;

  private static final Set<Act.Kind> RULES =
      Set.of(
          Act.Kind.CALL_IN_EFFECT,
          Act.Kind.CALL_EDIT_HELD,
          Act.Kind.CALL_EDIT_CONFIRMED,
          Act.Kind.CALL_REMOVED);

  private final Calls calls;
  private final Endings endings;
  private final NearDeadlines.Span near;
  private final Books books;
  private final TimesDesk times;
  private final Clock clock;

  /** What is read. */
  public record Books(
      Nights nights,
      Records records,
      Shares shares,
      Submissions submissions,
      MailFolders outages,
      Changes changes) {}

  /**
   * @param clock the office's clock
   */
  public NightDesk(
      Calls calls,
      Endings endings,
      NearDeadlines.Span near,
      Books books,
      TimesDesk times,
      Clock clock) {
    this.calls = calls;
    this.endings = endings;
    this.near = near;
    this.books = books;
    this.times = times;
    this.clock = clock;
  }

  /**
   * @throws Refusal when the call is not live, or names no deadline
   */
  public Night of(CallId id) {
    long acts = books.changes().latest();
    Instant now = clock.instant();
    Call call = calls.find(id).orElseThrow(() -> none(id));
    Interval ends = endings.night(call).orElseThrow(() -> none(id));
    Interval span = span(ends, now);
    return new Night(
        call,
        now,
        acts,
        span,
        endings.of(call),
        books.nights().channels(id, span),
        books.nights().timings(id),
        books
            .shares()
            .byCall()
            .getOrDefault(id, Shares.Share.NONE)
            .of(Handling.WAITING, DossierState.RECEIVED),
        outages(span),
        changes(id, span));
  }

  /** From when the rules stand still until the night is over, but not beyond now. */
  private Interval span(Interval ends, Instant now) {
    Instant from = ends.earliest().minus(near.before());
    Instant until = ends.latest().plus(near.after());
    Instant last = until.isBefore(now) ? until : now;
    return new Interval(from, last.isBefore(from) ? from : last);
  }

  /** The deliveries of a span by minute and channel. */
  public List<Nights.Minute> arrivals(CallId call, Interval span) {
    return books.nights().arrivals(call, span);
  }

  /** The dossiers that stand so in time, with the reason. */
  public Page<Tardy> tardy(CallId call, Timing timing, Window window) {
    List<Outage> known = books.outages().outages(OUTAGES);
    return books.nights().dossiers(call, timing, window).map(d -> tardy(d, timing, known));
  }

  private Tardy tardy(Dossier dossier, Timing timing, List<Outage> outages) {
    List<Receipt> receipts =
        books.submissions().find(dossier.timedBy()).map(s -> s.receipts()).orElse(List.of());
    Optional<Interval> outage =
        receipts.stream()
            .flatMap(
                receipt ->
                    Stream.concat(
                        receipt.outage().stream(),
                        outages.stream().filter(o -> touches(o, receipt)).map(this::span)))
            .findFirst();
    return new Tardy(
        dossier,
        times.of(dossier).flatMap(all -> telling(all, timing)),
        receipts.stream().findFirst(),
        outage);
  }

  /** The verdict that makes it what it is: on the whole, or on one of its halves. */
  private static Optional<TimeVerdict> telling(DossierTimes all, Timing timing) {
    Value value =
        switch (timing) {
          case LATE, PART_LATE -> Value.LATE;
          case UNDETERMINED, AWAITED -> Value.UNDETERMINED;
          case IN_TIME -> Value.ON_TIME;
        };
    return Stream.concat(
            Stream.of(all.verdict()),
            Stream.concat(all.paper().stream(), all.electronic().stream()))
        .filter(verdict -> verdict.value() == value)
        .findFirst()
        .or(() -> Optional.of(all.verdict()));
  }

  /** Whether an arrival may lie in a time in which nobody could look into its source. */
  private static boolean touches(Outage outage, Receipt receipt) {
    Interval received = receipt.received().interval();
    return receipt.nativeId().startsWith(outage.source() + "/")
        && !received.latest().isBefore(outage.began())
        && outage.ended().filter(end -> end.isBefore(received.earliest())).isEmpty();
  }

  private Interval span(Outage outage) {
    return new Interval(
        outage.began(), outage.ended().orElseGet(() -> later(outage.began(), clock.instant())));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Outage> outages(Interval span) {
    return books.outages().outages(OUTAGES).stream()
        .filter(o -> o.began().isBefore(span.latest()))
        .filter(o -> o.ended().filter(end -> end.isBefore(span.earliest())).isEmpty())
        .toList();
  }

  private List<Event> changes(CallId call, Interval span) {
    String subject = "calls/" + call;
    return books.records().timelines(Set.of(subject)).getOrDefault(subject, List.of()).stream()
        .filter(event -> RULES.contains(event.act().kind()))
        .filter(event -> !event.at().isBefore(span.earliest()))
        .filter(event -> !event.at().isAfter(span.latest()))
        .toList();
  }

  /** That there is no such night. */
  public static Refusal none(CallId id) {
    return Refusal.notFound(
        "id",
        "没有在办的通知“" + id + "”，或它没有载明期限。",
        "There is no live call " + id + ", or it names no deadline.");
  }
}
