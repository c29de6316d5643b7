package cn.baosong.desk;

import cn.baosong.core.decision.Judgement;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierNumber;
import java.time.Clock;
import java.util.Optional;

/** Hop 5: enters each decision in the record and the accepted dossiers in a department's queue. */
public final class DispatchDesk {
  private final Dossiers dossiers;
  private final Queues queues;
  private final Clock clock;

  public DispatchDesk(Dossiers dossiers, Queues queues, Clock clock) {
    this.dossiers = dossiers;
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * Enters the decision; whatever the new state, an earlier queue entry of the dossier is taken out
   * first.
   */
  public void enter(Judgement.Judged judged) {
    dossiers.save(judged.before().decided(judged.after()), Act.byMachine(Act.Kind.DOSSIER_DECIDED));
    dossiers.decide(judged.decision(), Act.byMachine(Act.Kind.DECISION_MADE));
    takeOut(judged.before().number(), Act.byMachine(Act.Kind.QUEUE_REMOVED));
  }

  /** Puts an accepted dossier into its department's queue. */
  public void enqueue(Judgement.Judged judged) {
    String department =
        judged
            .decision()
            .department()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        judged.before().number() + " is accepted without a department"));
    enqueue(judged.before().number(), department, Act.byMachine(Act.Kind.QUEUED));
  }

  void enqueue(DossierNumber dossier, String department, Act act) {
    queues.save(
        new QueueEntry(
            department,
            dossier,
            QueueEntry.State.QUEUED,
            Optional.empty(),
            Optional.empty(),
            clock.instant()),
        act);
  }

  void takeOut(DossierNumber dossier, Act act) {
    queues
        .find(dossier)
        .filter(entry -> entry.state() != QueueEntry.State.REMOVED)
        .ifPresent(
            entry ->
                queues.save(
                    new QueueEntry(
                        entry.department(),
                        dossier,
                        QueueEntry.State.REMOVED,
                        Optional.of(act.by()),
                        Optional.of(act.reason()),
                        clock.instant()),
                    act));
  }
}
