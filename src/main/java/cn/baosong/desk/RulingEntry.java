package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.RulingPolicy;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a ruling comes to: the decision, the queue and the letter. */
final class RulingEntry {
  private final Dossiers dossiers;
  private final Calls calls;
  private final RulingDesk.Outgoing outgoing;
  private final RulingDesk.Days days;

  RulingEntry(Dossiers dossiers, Calls calls, RulingDesk.Outgoing outgoing, RulingDesk.Days days) {
    this.dossiers = dossiers;
    this.calls = calls;
    this.outgoing = outgoing;
    this.days = days;
  }

  Decision enter(Dossier before, Ruling ruling) {
    Optional<Call> call = calls.find(before.call());
    Dossier.Standing after = standing(before, ruling, call);
    Decision decision = decision(before, after, ruling, call);
    Dossier ruled = before.decided(after);
    dossiers.save(ruled, act(Act.Kind.DOSSIER_RULED, ruling));
    dossiers.decide(decision, act(Act.Kind.DECISION_MADE, ruling));
    if (!confirms(before, ruling)) {
      queue(ruled, ruling);
      outgoing.letters().write(ruled, decision);
    }
    return decision;
  }

  /** What the dossier and its letter would be, with nothing stored. */
  Dossier after(Dossier before, Ruling ruling) {
    return before.decided(standing(before, ruling, calls.find(before.call())));
  }

  Optional<Letter> letter(Dossier before, Ruling ruling) {
    Optional<Call> call = calls.find(before.call());
    Dossier.Standing after = standing(before, ruling, call);
    return confirms(before, ruling)
        ? Optional.empty()
        : outgoing.letters().preview(before.decided(after), decision(before, after, ruling, call));
  }

  boolean wantsSecond(Dossier before, Ruling ruling) {
    RulingPolicy policy =
        calls.find(before.call()).map(Call::rulings).orElse(RulingPolicy.ONE_PERSON);
    return PendingRuling.isDemanded(
        policy, ruling.kind(), stands(before).map(Decision::findings).orElse(List.of()));
  }

  private Optional<Decision> stands(Dossier before) {
    return Optional.ofNullable(dossiers.standing(List.of(before.number())).get(before.number()));
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
    outgoing.dispatch().takeOut(ruled.number(), act(Act.Kind.QUEUE_REMOVED, ruling));
    if (ruled.state() == DossierState.ACCEPTED) {
      outgoing
          .dispatch()
          .enqueue(ruled.number(), ruled.department().orElseThrow(), act(Act.Kind.QUEUED, ruling));
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
    Optional<Decision> standing = stands(before);
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
