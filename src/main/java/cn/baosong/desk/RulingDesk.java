package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a person decides a dossier. The ruling is a new decision with who, when and why; the
 * machine does not change the dossier afterwards.
 */
public final class RulingDesk {
  private final Dossiers dossiers;
  private final Calls calls;
  private final DispatchDesk dispatch;
  private final RulingLetters letters;
  private final CaseLock lock;
  private final Days days;

  /** The office's clock, zone and working days. */
  public record Days(Clock clock, ZoneId zone, WorkingDays working) {}

  /** What decides and what is told of it. */
  public record Outgoing(DispatchDesk dispatch, RulingLetters letters) {}

  public RulingDesk(Dossiers dossiers, Calls calls, Outgoing outgoing, CaseLock lock, Days days) {
    this.dossiers = dossiers;
    this.calls = calls;
    this.dispatch = outgoing.dispatch();
    this.letters = outgoing.letters();
    this.lock = lock;
    this.days = days;
  }

  /**
   * Rules on a dossier.
   *
   * @param seen the version that the person had before the eyes
   * @throws Refusal when the dossier has changed since, or cannot be ruled so
   */
  public Decision rule(DossierNumber number, Ruling ruling, int seen) {
    Dossier found = find(number);
    return lock.holding(
        found.call(),
        found.unit(),
        () -> {
          Dossier before = find(number);
          check(before, ruling, seen);
          Decision decision = enter(before, ruling);
          lock.assessAgain(before.call(), before.unit());
          return decision;
        });
  }

  /** Whether a person may still rule on a dossier. */
  public static boolean mayBeRuled(Dossier dossier) {
    return !RulingChecks.isGone(dossier);
  }

  /**
   * What a ruling would come to, with nothing stored and no number given.
   *
   * @param letter what the unit would be told; empty when nothing
   */
  public record Preview(Dossier after, Optional<Letter> letter) {}

  /**
   * Shows what a ruling would come to.
   *
   * @param seen the version that the person had before the eyes
   * @throws Refusal as the ruling itself would be refused
   */
  public Preview preview(DossierNumber number, Ruling ruling, int seen) {
    Dossier before = find(number);
    check(before, ruling, seen);
    Optional<Call> call = calls.find(before.call());
    Dossier.Standing after = standing(before, ruling, call);
    Decision decision = decision(before, after, ruling, call);
    Dossier ruled = before.decided(after);
    return new Preview(
        ruled, confirms(before, ruling) ? Optional.empty() : letters.preview(ruled, decision));
  }

  private Decision enter(Dossier before, Ruling ruling) {
    Optional<Call> call = calls.find(before.call());
    Dossier.Standing after = standing(before, ruling, call);
    Decision decision = decision(before, after, ruling, call);
    Dossier ruled = before.decided(after);
    dossiers.save(ruled, act(Act.Kind.DOSSIER_RULED, ruling));
    dossiers.decide(decision, act(Act.Kind.DECISION_MADE, ruling));
    if (!confirms(before, ruling)) {
      queue(ruled, ruling);
      letters.write(ruled, decision);
    }
    return decision;
  }

  /** A person agrees with what the machine decided: nothing new for the unit or the queue. */
  private static boolean confirms(Dossier before, Ruling ruling) {
    return switch (ruling.kind()) {
      case ACCEPT -> before.state() == DossierState.ACCEPTED;
      case REJECT -> before.state() == DossierState.REJECTED;
      case RETURN, REFER_TO, WITHDRAW -> false;
    };
  }

  private void queue(Dossier ruled, Ruling ruling) {
    dispatch.takeOut(ruled.number(), act(Act.Kind.QUEUE_REMOVED, ruling));
    if (ruled.state() == DossierState.ACCEPTED) {
      dispatch.enqueue(
          ruled.number(), ruled.department().orElseThrow(), act(Act.Kind.QUEUED, ruling));
    }
  }

  private Dossier.Standing standing(Dossier before, Ruling ruling, Optional<Call> call) {
    DossierState state = state(before, ruling.kind());
    Optional<String> department =
        switch (ruling.kind()) {
          case ACCEPT ->
              confirms(before, ruling)
                  ? before.department()
                  : Optional.of(departmentFor(before, ruling, call));
          case REFER_TO -> Optional.of(named(ruling, call));
          case RETURN, REJECT, WITHDRAW -> Optional.empty();
        };
    Optional<Correction> term =
        ruling.kind() == Ruling.Kind.RETURN ? call.map(this::term) : Optional.empty();
    return new Dossier.Standing(
        state, true, before.timedBy(), before.supersedes(), department, term);
  }

  /** An accepted dossier that is referred changes its queue; any other waits for the one asked. */
  private static DossierState state(Dossier before, Ruling.Kind kind) {
    return switch (kind) {
      case ACCEPT -> DossierState.ACCEPTED;
      case RETURN -> DossierState.RETURNED;
      case REJECT -> DossierState.REJECTED;
      case WITHDRAW -> DossierState.WITHDRAWN;
      case REFER_TO ->
          before.state() == DossierState.ACCEPTED ? DossierState.ACCEPTED : DossierState.IN_REVIEW;
    };
  }

  private Correction term(Call call) {
    Instant now = days.clock().instant();
    LocalDate today = now.atZone(days.zone()).toLocalDate();
    WorkingDays calendar = days.working().in(call.office().region());
    return new Correction(now, calendar.plusWorkingDays(today, call.correctionTerm()));
  }

  private Decision decision(
      Dossier before, Dossier.Standing after, Ruling ruling, Optional<Call> call) {
    Optional<Decision> standing =
        Optional.ofNullable(dossiers.standing(List.of(before.number())).get(before.number()));
    return new Decision(
        UUID.randomUUID().toString(),
        before.number(),
        after.state(),
        standing.map(Decision::findings).orElse(List.of()),
        after.department(),
        call.map(Call::version)
            .or(() -> standing.map(Decision::callVersion))
            .orElseThrow(() -> noCall(before)),
        days.clock().instant(),
        Optional.of(ruling));
  }

  private static String departmentFor(Dossier before, Ruling ruling, Optional<Call> call) {
    return ruling.department().isPresent()
        ? named(ruling, call)
        : RulingChecks.onlyDepartment(call.orElseThrow(() -> noCall(before)), before.category());
  }

  private static String named(Ruling ruling, Optional<Call> call) {
    return RulingChecks.department(ruling, call);
  }

  private static void check(Dossier before, Ruling ruling, int seen) {
    RulingChecks.version(before, seen);
    RulingChecks.grounds(ruling);
    RulingChecks.state(before, ruling.kind());
  }

  private Dossier find(DossierNumber number) {
    return dossiers.find(number).orElseThrow(() -> RulingChecks.noDossier(number));
  }

  private static Refusal noCall(Dossier before) {
    return Refusal.conflict(
        "number",
        "通知 " + before.call() + " 已不在办，不能受理。请先恢复该通知的目录。",
        "The call " + before.call() + " is no longer live. Restore its folder first.");
  }

  private static Act act(Act.Kind kind, Ruling ruling) {
    return new Act(kind, ruling.by(), ruling.reason());
  }
}
