package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A department's queue: an officer takes a dossier on, or gives it back with a reason. */
public final class QueueDesk {
  private final Queues queues;
  private final Dossiers dossiers;
  private final CaseLock lock;
  private final Clock clock;

  public QueueDesk(Queues queues, Dossiers dossiers, CaseLock lock, Clock clock) {
    this.queues = queues;
    this.dossiers = dossiers;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Takes a dossier on; doing so again changes nothing.
   *
   * @throws Refusal when it is not in this queue, or another officer has it
   */
  public QueueEntry claim(String department, DossierNumber number, String by) {
    Dossier dossier = dossier(number);
    return lock.holding(
        dossier.call(),
        dossier.unit(),
        () -> {
          QueueEntry entry = entry(department, number);
          if (entry.state() == QueueEntry.State.CLAIMED && entry.by().equals(Optional.of(by))) {
            return entry;
          }
          mustBe(entry, List.of(QueueEntry.State.QUEUED));
          Act act = new Act(Act.Kind.QUEUE_CLAIMED, by, "");
          return save(entry, QueueEntry.State.CLAIMED, act);
        });
  }

  /**
   * Gives a dossier back to the clerks, who then decide what becomes of it.
   *
   * @throws Refusal when it is not in this queue, or no reason is given
   */
  public QueueEntry giveBack(String department, DossierNumber number, String by, String reason) {
    if (reason.isBlank()) {
      throw Refusal.invalid("reason", "请写明退回理由。", "State why it is given back.");
    }
    Dossier dossier = dossier(number);
    return lock.holding(
        dossier.call(),
        dossier.unit(),
        () -> {
          QueueEntry entry = entry(department, number);
          mustBe(entry, List.of(QueueEntry.State.QUEUED, QueueEntry.State.CLAIMED));
          review(number, by, reason);
          return save(
              entry, QueueEntry.State.RETURNED, new Act(Act.Kind.QUEUE_RETURNED, by, reason));
        });
  }

  /**
   * What became of one dossier that was to be handed over.
   *
   * @param refusal empty when it was
   */
  public record Handed(DossierNumber dossier, Optional<Refusal> refusal) {}

  /**
   * Hands claimed dossiers over; all that are handed over together bear the same instant.
   *
   * @param to who takes them
   * @throws Refusal when nobody is named to take them, or nothing is chosen
   */
  public List<Handed> handOver(
      String department, List<DossierNumber> numbers, String by, String to) {
    if (numbers.isEmpty()) {
      throw Refusal.invalid("dossier", "请选择要移交的卷宗。", "Choose the dossiers to hand over.");
    }
    if (to.isBlank()) {
      throw Refusal.invalid("to", "请写明接收单位或接收人。", "State who takes them.");
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Act act = new Act(Act.Kind.QUEUE_HANDED_OVER, by, to);
    return numbers.stream().map(number -> handOver(department, number, act, at)).toList();
  }

  private Handed handOver(String department, DossierNumber number, Act act, Instant at) {
    try {
      Dossier dossier = dossier(number);
      lock.holding(
          dossier.call(),
          dossier.unit(),
          () -> {
            QueueEntry entry = entry(department, number);
            mustBe(entry, List.of(QueueEntry.State.CLAIMED));
            return save(entry, QueueEntry.State.HANDED_OVER, act, at);
          });
      return new Handed(number, Optional.empty());
    } catch (Refusal refused) {
      return new Handed(number, Optional.of(refused));
    }
  }

  /** The dossier is a person's again: a decision of the officer that refers it to the clerks. */
  private void review(DossierNumber number, String by, String reason) {
    Dossier before = dossier(number);
    Optional<Decision> standing =
        Optional.ofNullable(dossiers.standing(List.of(number)).get(number));
    dossiers.save(
        before.decided(
            new Dossier.Standing(
                DossierState.IN_REVIEW,
                true,
                before.timedBy(),
                before.supersedes(),
                before.department(),
                before.correction())),
        new Act(Act.Kind.DOSSIER_RULED, by, reason));
    standing.ifPresent(
        last ->
            dossiers.decide(
                new Decision(
                    UUID.randomUUID().toString(),
                    number,
                    DossierState.IN_REVIEW,
                    last.findings(),
                    Optional.empty(),
                    last.callVersion(),
                    clock.instant(),
                    Optional.of(
                        new Ruling(Ruling.Kind.REFER_TO, by, reason, "", Optional.empty()))),
                new Act(Act.Kind.DECISION_MADE, by, reason)));
  }

  private QueueEntry save(QueueEntry entry, QueueEntry.State state, Act act) {
    return save(entry, state, act, clock.instant());
  }

  private QueueEntry save(QueueEntry entry, QueueEntry.State state, Act act, Instant at) {
    QueueEntry next =
        new QueueEntry(
            entry.department(),
            entry.dossier(),
            state,
            Optional.of(act.by()),
            Optional.of(act.reason()).filter(r -> !r.isBlank()),
            at);
    queues.save(next, act);
    return next;
  }

  private Dossier dossier(DossierNumber number) {
    return dossiers.find(number).orElseThrow(() -> RulingChecks.noDossier(number));
  }

  private QueueEntry entry(String department, DossierNumber number) {
    return queues
        .find(number)
        .filter(e -> e.department().equals(department))
        .filter(e -> e.state() != QueueEntry.State.REMOVED)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "dossier",
                    "处室“" + department + "”的队列中没有 " + number + "。",
                    number + " is not in the queue of " + department + "."));
  }

  private static void mustBe(QueueEntry entry, List<QueueEntry.State> states) {
    if (!states.contains(entry.state())) {
      throw Refusal.conflict(
          "dossier",
          entry.dossier()
              + " 现为 "
              + entry.state()
              + entry.by().map(b -> "（" + b + "）").orElse("")
              + "。",
          entry.dossier()
              + " is "
              + entry.state()
              + entry.by().map(b -> " by " + b).orElse("")
              + ".");
    }
  }
}
