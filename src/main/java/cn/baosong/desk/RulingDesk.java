package cn.baosong.desk;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.PendingRuling.Closing;
import cn.baosong.core.decision.PendingRuling.State;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.notice.Letter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a person decides a dossier. The ruling is a new decision with who, when and why; the
 * machine does not change the dossier afterwards. Where the call demands it, a ruling is a proposal
 * until a second person confirms it.
 */
public final class RulingDesk {
  private final Books books;
  private final RulingEntry entry;
  private final CaseLock lock;
  private final Days days;

  /** What is ruled on, and what waits for a second person. */
  public record Books(Dossiers dossiers, PendingRulings pending) {}

  /** The office's clock, zone and working days. */
  public record Days(Clock clock, ZoneId zone, WorkingDays working) {}

  /** What decides and what is told of it. */
  public record Outgoing(DispatchDesk dispatch, RulingLetters letters) {}

  public RulingDesk(Books books, Calls calls, Outgoing outgoing, CaseLock lock, Days days) {
    this.books = books;
    this.entry = new RulingEntry(books.dossiers(), calls, outgoing, days);
    this.lock = lock;
    this.days = days;
  }

  /**
   * What became of a ruling: one of both.
   *
   * @param decision that was entered
   * @param awaiting what a second person is to confirm first
   */
  public record Ruled(Optional<Decision> decision, Optional<PendingRuling> awaiting) {}

  /**
   * Rules on a dossier, or proposes to where the call demands a second person.
   *
   * @param seen the version that the person had before the eyes
   * @throws Refusal when the dossier has changed since, or cannot be ruled so
   */
  public Ruled rule(DossierNumber number, Ruling ruling, int seen) {
    Dossier found = find(number);
    return lock.holding(
        found.call(),
        found.unit(),
        () -> {
          Dossier before = find(number);
          check(before, ruling, seen);
          return entry.wantsSecond(before, ruling)
              ? new Ruled(Optional.empty(), Optional.of(propose(before, ruling)))
              : new Ruled(Optional.of(enter(before, ruling)), Optional.empty());
        });
  }

  /**
   * A second person confirms a ruling, which is entered by that.
   *
   * @param id of the ruling that the person had before the eyes
   * @throws Refusal when it no longer waits, or the person is the one who proposed it
   */
  public Decision confirm(DossierNumber number, String id, String second) {
    Dossier found = find(number);
    return lock.holding(
        found.call(),
        found.unit(),
        () -> {
          PendingRuling pending = waiting(number, id);
          SecondPersons.mustDiffer(pending, second);
          Dossier before = find(number);
          check(before, pending.ruling(), pending.seen());
          close(pending, State.CONFIRMED, new Act(Act.Kind.RULING_CONFIRMED, second, ""));
          return enter(before, pending.ruling().confirmed(second));
        });
  }

  /**
   * A second person declines a ruling, or who proposed it takes it back.
   *
   * @throws Refusal when it no longer waits, or no reason is given
   */
  public PendingRuling decline(DossierNumber number, String id, String by, String reason) {
    SecondPersons.mustSayWhy(reason);
    Dossier found = find(number);
    return lock.holding(
        found.call(),
        found.unit(),
        () ->
            close(
                waiting(number, id),
                State.DECLINED,
                new Act(Act.Kind.RULING_DECLINED, by, reason)));
  }

  /** Whether a person may still rule on a dossier. */
  public static boolean mayBeRuled(Dossier dossier) {
    return !RulingChecks.isGone(dossier);
  }

  /**
   * What a ruling would come to, with nothing stored and no number given.
   *
   * @param letter what the unit would be told; empty when nothing
   * @param second whether a second person has to confirm it first
   */
  public record Preview(Dossier after, Optional<Letter> letter, boolean second) {}

  /**
   * Shows what a ruling would come to.
   *
   * @param seen the version that the person had before the eyes
   * @throws Refusal as the ruling itself would be refused
   */
  public Preview preview(DossierNumber number, Ruling ruling, int seen) {
    Dossier before = find(number);
    check(before, ruling, seen);
    return new Preview(
        entry.after(before, ruling),
        entry.letter(before, ruling),
        entry.wantsSecond(before, ruling));
  }

  /**
   * Shows a second person what confirming a ruling would come to.
   *
   * @throws Refusal as the confirmation itself would be refused
   */
  public Preview previewConfirmation(DossierNumber number, String id, String second) {
    PendingRuling pending = waiting(number, id);
    SecondPersons.mustDiffer(pending, second);
    return preview(number, pending.ruling(), pending.seen());
  }

  private PendingRuling propose(Dossier before, Ruling ruling) {
    books
        .pending()
        .latest(before.number())
        .filter(other -> other.state() == State.AWAITS_SECOND_PERSON)
        .ifPresent(SecondPersons::alreadyProposed);
    // what it comes to is worked out now, so that whoever proposes it learns what does not fit
    entry.after(before, ruling);
    PendingRuling pending =
        PendingRuling.of(
            UUID.randomUUID().toString(),
            before.number(),
            ruling,
            before.version(),
            days.clock().instant());
    books.pending().save(pending, new Act(Act.Kind.RULING_PROPOSED, ruling.by(), ruling.reason()));
    return pending;
  }

  private PendingRuling close(PendingRuling pending, State as, Act act) {
    PendingRuling closed =
        pending.closed(as, new Closing(act.by(), days.clock().instant(), act.reason()));
    books.pending().save(closed, act);
    return closed;
  }

  private Decision enter(Dossier before, Ruling ruling) {
    Decision decision = entry.enter(before, ruling);
    lock.assessAgain(before.call(), before.unit());
    return decision;
  }

  private PendingRuling waiting(DossierNumber number, String id) {
    return books
        .pending()
        .latest(number)
        .filter(pending -> pending.id().equals(id))
        .map(SecondPersons::mustWait)
        .orElseThrow(SecondPersons::unknown);
  }

  private static void check(Dossier before, Ruling ruling, int seen) {
    RulingChecks.version(before, seen);
    RulingChecks.grounds(ruling);
    RulingChecks.state(before, ruling.kind());
  }

  private Dossier find(DossierNumber number) {
    return books.dossiers().find(number).orElseThrow(() -> RulingChecks.noDossier(number));
  }
}
