package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.PendingRuling.Closing;
import cn.baosong.core.decision.PendingRuling.State;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dossiers, where every change of one drops the ruling that waits for a second person: it was
 * proposed for what no longer stands. Whatever changes a dossier passes here.
 */
public final class GuardedDossiers implements Dossiers {
  private static final String CHANGED =
      "提出之后本卷有了变动，提议作废；请看过变化再决定。The dossier has changed since it was proposed.";

  private final Dossiers stored;
  private final PendingRulings pending;
  private final UnitOfWork work;
  private final Clock clock;

  public GuardedDossiers(Dossiers stored, PendingRulings pending, UnitOfWork work, Clock clock) {
    this.stored = stored;
    this.pending = pending;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void save(Dossier dossier, Act act) {
    work.inTransaction(
        () -> {
          stored.save(dossier, act);
          if (dossier.version() > 1) {
            pending
                .latest(dossier.number())
                .filter(ruling -> ruling.state() == State.AWAITS_SECOND_PERSON)
                .ifPresent(this::drop);
          }
          return dossier;
        });
  }

  private void drop(PendingRuling ruling) {
    pending.save(
        ruling.closed(State.DROPPED, new Closing(Act.MACHINE, clock.instant(), CHANGED)),
        new Act(Act.Kind.RULING_DROPPED, Act.MACHINE, CHANGED));
  }

  @Override
  public Optional<Dossier> find(DossierNumber number) {
    return stored.find(number);
  }

  @Override
  public List<Dossier> ofUnit(CallId call, UnitCode unit) {
    return stored.ofUnit(call, unit);
  }

  @Override
  public Set<String> liveElsewhere(CallId call, UnitCode unit, Collection<String> candidateKeys) {
    return stored.liveElsewhere(call, unit, candidateKeys);
  }

  @Override
  public List<Tally> tally(CallId call, UnitCode except) {
    return stored.tally(call, except);
  }

  @Override
  public List<Dossier> standingOf(CallId call, Collection<String> candidateKeys) {
    return stored.standingOf(call, candidateKeys);
  }

  @Override
  public void decide(Decision decision, Act act) {
    stored.decide(decision, act);
  }

  @Override
  public Map<DossierNumber, Decision> standing(Collection<DossierNumber> dossiers) {
    return stored.standing(dossiers);
  }

  @Override
  public List<Decision> history(DossierNumber dossier) {
    return stored.history(dossier);
  }
}
