package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.PaperRecord.Ending;
import cn.baosong.core.notice.Transfer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What becomes of a registered parcel: moved to the call or unit it is really for, sent on to
 * another office, or filed. Its times are never touched (domain.md F11, F12).
 */
public final class ParcelDesk {
  private static final Set<DossierState> OPEN =
      Set.of(
          DossierState.RECEIVED,
          DossierState.AWAITING_PAPER,
          DossierState.AWAITING_ELECTRONIC,
          DossierState.IN_REVIEW,
          DossierState.RETURNED);

  private final Books books;
  private final PaperFiling filing;
  private final CustodyDesk custody;
  private final Whither known;
  private final LetterDesk letters;
  private final CaseLock lock;
  private final Clock clock;

  /** The records. */
  public record Books(Papers papers, Records records, Dossiers dossiers) {}

  /** Calls and units that a parcel may go to. */
  public record Whither(Calls calls, Units units) {}

  public ParcelDesk(
      Books books,
      PaperFiling filing,
      CustodyDesk custody,
      Whither known,
      LetterDesk letters,
      CaseLock lock,
      Clock clock) {
    this.books = books;
    this.filing = filing;
    this.custody = custody;
    this.known = known;
    this.letters = letters;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Moves a parcel to the call and unit it is for; both cases are judged again, each by its own
   * rules, and the unit is told.
   *
   * @throws Refusal when it left the mail room, or is there already, or no reason is given
   */
  public PaperRecord move(PaperNumber number, CallId call, UnitCode unit, Said said) {
    Call right = Known.call(known.calls(), call);
    Known.unit(known.units(), unit);
    said.mustReason();
    PaperRecord seen = open(number);
    if (seen.call().equals(call) && seen.unit().equals(unit)) {
      throw Refusal.conflict("unit", "它已经在这份通知、这个单位名下。", "It is with this call and unit already.");
    }
    return holdingBoth(
        seen,
        call,
        unit,
        () -> {
          PaperRecord moved = open(number).movedTo(call, unit);
          String reason =
              "%s：%s → %s，%s".formatted(said.reason(), place(seen), place(moved), "收件时间不变");
          books.papers().save(moved, new Act(Act.Kind.PAPER_MOVED, said.by(), reason));
          custody.follow(moved, said.by());
          boolean waited = release(seen, said);
          if (seen.unit().equals(unit)) {
            letters.transferred(seen, new Transfer.ToNotice(right), said.reason());
          } else if (waited) {
            letters.transferred(seen, new Transfer.ToUnit(), "");
          }
          filing.expect(moved, right);
          lock.assessAgain(seen.call(), seen.unit());
          lock.assessAgain(call, unit);
          return moved;
        });
  }

  /** Who does it, and why. */
  public record Said(String by, String reason) {
    void mustReason() {
      if (reason.isBlank()) {
        throw Refusal.invalid("reason", "请写明理由。", "State the reason.");
      }
    }
  }

  /**
   * Sends a parcel on to another office, and tells the unit so; it bears on nothing here any more.
   *
   * @throws Refusal when originals of it are lent, or it is not said where it goes
   */
  public PaperRecord forward(PaperNumber number, String to, Said said) {
    if (to.isBlank()) {
      throw Refusal.invalid("to", "请写移送到哪个机关。", "Say which office it goes to.");
    }
    PaperRecord seen = open(number);
    return lock.holding(
        seen.call(),
        seen.unit(),
        () -> {
          PaperRecord paper = open(number);
          custody
              .outstanding(paper)
              .filter(o -> o.state() == Original.State.LENT)
              .ifPresent(ParcelDesk::out);
          custody.sendAlong(paper, to, said.by());
          PaperRecord gone =
              paper.ended(
                  new Ending(
                      Ending.Kind.FORWARDED,
                      clock.instant(),
                      said.by(),
                      to.strip(),
                      said.reason()));
          books
              .papers()
              .save(gone, new Act(Act.Kind.PAPER_FORWARDED, said.by(), to + " " + said.reason()));
          release(paper, said);
          letters.transferred(paper, new Transfer.ToOffice(to.strip()), said.reason());
          lock.assessAgain(paper.call(), paper.unit());
          return gone;
        });
  }

  /**
   * Files a parcel.
   *
   * @throws Refusal while any original of it is here or lent
   */
  public PaperRecord close(PaperNumber number, String user) {
    PaperRecord seen = open(number);
    return lock.holding(
        seen.call(),
        seen.unit(),
        () -> {
          PaperRecord paper = open(number);
          custody.outstanding(paper).ifPresent(ParcelDesk::out);
          PaperRecord filed =
              paper.ended(new Ending(Ending.Kind.FILED, clock.instant(), user, "", ""));
          books.papers().save(filed, new Act(Act.Kind.PAPER_CLOSED, user, ""));
          return filed;
        });
  }

  private PaperRecord open(PaperNumber number) {
    PaperRecord paper =
        books
            .records()
            .paper(number)
            .orElseThrow(() -> Refusal.notFound("number", "没有这件邮件。", "There is no such parcel."));
    if (paper.ending().isPresent()) {
      throw Refusal.conflict("number", "这件邮件已经归档或移送。", "This parcel is filed or sent on.");
    }
    return paper;
  }

  private static void out(Original original) {
    boolean lent = original.state() == Original.State.LENT;
    throw Refusal.conflict(
        "originals",
        "原件“%s”%s，先%s。"
            .formatted(
                original.material(),
                lent ? "借给了" + original.last().where() : "还在" + original.last().where(),
                lent ? "收回" : "退还单位"),
        lent
            ? "Originals are lent; take them back first."
            : "Originals are here; return them first.");
  }

  /**
   * Whoever was known from this paper alone waits for nothing here any more.
   *
   * @return whether there was anybody, of whom the unit has a receipt
   */
  private boolean release(PaperRecord paper, Said said) {
    List<Dossier> waiting =
        books.dossiers().ofUnit(paper.call(), paper.unit()).stream()
            .filter(d -> d.paperOnly().filter(paper.number()::equals).isPresent())
            .filter(d -> OPEN.contains(d.state()))
            .toList();
    Act act = new Act(Act.Kind.PAPER_MOVED, said.by(), said.reason());
    waiting.forEach(d -> books.dossiers().save(withdrawn(d), act));
    return !waiting.isEmpty();
  }

  private static Dossier withdrawn(Dossier dossier) {
    Dossier.Standing now = dossier.standing();
    return dossier.decided(
        new Dossier.Standing(
            DossierState.WITHDRAWN,
            true,
            now.timedBy(),
            now.supersedes(),
            Optional.empty(),
            Optional.empty()));
  }

  /** In one order, whoever moves what whither, so that nobody waits for another for ever. */
  private <T> T holdingBoth(PaperRecord from, CallId call, UnitCode unit, Supplier<T> change) {
    boolean first = place(from).compareTo(call + " " + unit) <= 0;
    return first
        ? lock.holding(from.call(), from.unit(), () -> lock.holding(call, unit, change))
        : lock.holding(call, unit, () -> lock.holding(from.call(), from.unit(), change));
  }

  private static String place(PaperRecord paper) {
    return paper.call() + " " + paper.unit();
  }
}
