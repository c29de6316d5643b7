package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds everything known of a dossier's arrival against the deadlines that bind it. */
public final class TimeVerdicts {
  private final UnitCase facts;
  private final ElectronicTimes electronic;
  private final PaperTimes papers;

  public TimeVerdicts(UnitCase facts) {
    this.facts = facts;
    this.electronic = new ElectronicTimes(facts);
    this.papers = new PaperTimes(facts.call(), facts.zone());
  }

  /**
   * The verdicts on a dossier.
   *
   * @param timedBy the submission whose receipts count for it
   */
  public DossierTimes of(Dossier dossier, SubmissionNumber timedBy) {
    Mode mode = facts.call().paper().mode();
    Optional<TimeVerdict> files = electronic.verdict(Part.ELECTRONIC, timedBy);
    Optional<TimeVerdict> paper =
        switch (mode) {
          case PARCEL -> parcels(dossier);
          case SCAN -> scanned(dossier, timedBy);
          case NONE ->
              files.isPresent() ? Optional.empty() : electronic.verdict(Part.PAPER, timedBy);
        };
    boolean awaits = mode == Mode.PARCEL && PapersOf.naming(dossier, facts).isEmpty();
    TimeVerdict verdict =
        awaits ? waiting(files) : overall(Stream.concat(paper.stream(), files.stream()).toList());
    return new DossierTimes(verdict, paper, files, awaits, isFirm(awaits, verdict, timedBy));
  }

  /** Files that came after the deadline replace nothing, even beside a timely parcel (F5). */
  private boolean isFirm(boolean awaits, TimeVerdict verdict, SubmissionNumber timedBy) {
    return (awaits || verdict.value() == Value.ON_TIME)
        && electronic
            .verdict(Part.ELECTRONIC, timedBy)
            .or(() -> electronic.verdict(Part.PAPER, timedBy))
            .map(files -> files.value() == Value.ON_TIME)
            .orElse(true);
  }

  private Optional<TimeVerdict> parcels(Dossier dossier) {
    List<TimeVerdict> held =
        PapersOf.naming(dossier, facts).stream()
            .flatMap(
                paper ->
                    Deadlines.binding(Part.PAPER, paper.channel(), facts).stream()
                        .map(reading -> papers.hold(paper, reading)))
            .toList();
    return held.isEmpty() ? Optional.empty() : Optional.of(Verdicts.best(held));
  }

  /**
   * A scan stands for the paper: the delivery's own sending is its postmark, unless a registered
   * parcel gives a better one. The unit's claim of a timely postmark never proves it, but it keeps
   * the machine from refusing (A03).
   */
  private Optional<TimeVerdict> scanned(Dossier dossier, SubmissionNumber timedBy) {
    List<TimeVerdict> held =
        Stream.concat(electronic.verdict(Part.PAPER, timedBy).stream(), parcels(dossier).stream())
            .toList();
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(StatedPostmark.beside(dossier, Verdicts.best(held), facts));
  }

  private TimeVerdict overall(List<TimeVerdict> parts) {
    if (parts.isEmpty()) {
      return facts.call().deadlines().isEmpty()
          ? bare(Value.ON_TIME, "通知未规定报送期限。")
          : bare(Value.UNDETERMINED, "通知的期限均未载明适用于该单位类别和报送方式，由工作人员认定。");
    }
    List<TimeVerdict> decisive = parts.stream().filter(TimeVerdicts::decides).toList();
    List<TimeVerdict> ruling = decisive.isEmpty() ? parts : decisive;
    return first(decisive, Value.LATE)
        .or(() -> Verdicts.all(parts, Value.LATE) ? first(parts, Value.LATE) : Optional.empty())
        .or(
            () ->
                Verdicts.all(ruling, Value.ON_TIME)
                    ? first(ruling, Value.ON_TIME)
                    : Optional.empty())
        .or(() -> first(ruling, Value.UNDETERMINED))
        .orElseGet(
            () ->
                Verdicts.as(
                    Value.UNDETERMINED,
                    first(parts, Value.LATE).orElse(parts.get(0)),
                    "两部分材料一部分在期限内、一部分超过期限，通知未载明以何者为准，由工作人员认定。"));
  }

  private static TimeVerdict waiting(Optional<TimeVerdict> files) {
    TimeVerdict known = files.orElseGet(() -> bare(Value.UNDETERMINED, ""));
    return Verdicts.as(Value.UNDETERMINED, known, "纸质材料尚未登记，待收到后认定。");
  }

  private static boolean decides(TimeVerdict verdict) {
    return verdict.deadline().filter(Deadline::decisive).isPresent();
  }

  private static Optional<TimeVerdict> first(List<TimeVerdict> parts, Value value) {
    return parts.stream().filter(v -> v.value() == value).findFirst();
  }

  private static TimeVerdict bare(Value value, String explanation) {
    return new TimeVerdict(
        value, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), explanation);
  }
}
