package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Hop 4: gathers the case of one unit in one call under its lock, and decides it. The checks
 * between are steps of the route. Everything happens in the caller's transaction.
 */
public final class AssessmentDesk {
  private final Calls calls;
  private final Units units;
  private final Submissions submissions;
  private final Dossiers dossiers;
  private final Books books;
  private final UnitCalls unitCalls;
  private final Proposals proposals;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final ZoneId zone;

  /** The mail room's parcels and scans. */
  public record Books(Papers papers, Scans scans) {}

  public AssessmentDesk(
      Calls calls,
      Units units,
      Submissions submissions,
      Dossiers dossiers,
      Books books,
      UnitCalls unitCalls,
      Proposals proposals,
      WorkingDays workingDays,
      Clock clock,
      ZoneId zone) {
    this.calls = calls;
    this.units = units;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.books = books;
    this.unitCalls = unitCalls;
    this.proposals = proposals;
    this.workingDays = workingDays;
    this.clock = clock;
    this.zone = zone;
  }

  /** Locks the unit's row and lays out every stored fact of its case. */
  public Assessment layOut(CallId callId, UnitCode unitCode) {
    unitCalls.lock(callId, unitCode);
    Call call =
        calls
            .find(callId)
            .orElseThrow(() -> new IllegalStateException("call " + callId + " is not live"));
    Unit unit =
        units
            .find(unitCode)
            .orElseThrow(
                () -> new IllegalStateException("unit " + unitCode + " left the registry"));
    List<Dossier> all = dossiers.ofUnit(callId, unitCode);
    new EnclosedForms(books.scans(), clock.instant()).enter(all, call);
    CaseFile file =
        new CaseFile(
            unit,
            submissions.ofUnit(callId, unitCode),
            all,
            books.papers().ofUnit(callId, unitCode),
            books.scans().ofUnit(callId, unitCode),
            elsewhere(call, unitCode, all));
    return Assessment.of(
        file.under(call, new CaseFile.Calendar(workingDays, zone), clock.instant()));
  }

  /** The others are only counted where a quota is shared with them. */
  private Elsewhere elsewhere(Call call, UnitCode unit, List<Dossier> own) {
    List<String> keys = own.stream().map(d -> d.candidate().key()).distinct().toList();
    boolean shared = call.quotas().stream().anyMatch(q -> q.per() == Quota.Per.CALL);
    return new Elsewhere(
        dossiers.liveElsewhere(call.id(), unit, keys),
        shared
            ? dossiers.tally(call.id(), unit).stream().map(t -> count(t, call)).toList()
            : List.of());
  }

  private Elsewhere.Count count(Dossiers.Tally tally, Call call) {
    return new Elsewhere.Count(
        units.find(tally.unit()).flatMap(unit -> unit.kindIn(call)).orElse(""),
        tally.category(),
        tally.candidates());
  }

  /** The decisions that the findings come to. */
  public Judgement decide(Assessment assessment) {
    return new Decider()
        .decide(
            assessment,
            dossiers.standing(
                assessment.facts().dossiers().stream().map(Dossier::number).toList()));
  }

  /** Ends the waiting of the unit, marks its deliveries as processed and keeps what is proposed. */
  public void close(Judgement judgement) {
    UnitCase facts = judgement.assessment().facts();
    for (Submission submission : facts.submissions().values()) {
      if (submission.state() == SubmissionState.RECEIVED && !submission.needsOpening()) {
        submissions.save(
            submission.in(SubmissionState.PROCESSED), Act.byMachine(Act.Kind.SUBMISSION_PROCESSED));
      }
    }
    proposals.replace(facts.call().id(), facts.unit().code(), judgement.proposals());
    unitCalls.done(facts.call().id(), facts.unit().code());
  }
}
