package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a judgement: who was decided how, and why. */
public final class DecisionStory {
  public static final Clause FORM_CLAUSE = new Clause("填报百千万人才工程候选人情况登记表，一式 3 份。", "三（二）");
  static final SubmissionNumber FIRST = new SubmissionNumber("SJ-2020-0017");

  private final Call call;
  private String unitKind = "CITY_HR";
  private final Map<SubmissionNumber, Submission> submissions = new LinkedHashMap<>();
  private final List<PaperRecord> papers = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();

  public DecisionStory(Call call) {
    this.call = call;
    delivered(FIRST.value(), "2020-03-31T10:15:02Z");
  }

  public DecisionStory() {
    this(Stories.call());
  }

  DecisionStory delivered(String number, String received) {
    Submission submission = Stories.submission(number, Stories.receipt("报送包.zip", received));
    submissions.put(submission.number(), submission);
    return this;
  }

  DecisionStory ofKind(String kind) {
    unitKind = kind;
    return this;
  }

  DecisionStory registered(PaperRecord paper) {
    papers.add(paper);
    return this;
  }

  public DecisionStory decided(String name, DossierState state, Finding... findings) {
    return decided(FIRST, name, state, findings);
  }

  DecisionStory decided(
      SubmissionNumber submission, String name, DossierState state, Finding... findings) {
    Dossier before = dossier(submission, name);
    judged.add(
        new Judged(before, standing(before, state), decision(before, state, findings), true, true));
    return this;
  }

  DecisionStory standsAsBefore(String name, DossierState state) {
    Dossier before = dossier(FIRST, name);
    judged.add(new Judged(before, standing(before, state), decision(before, state), false, false));
    return this;
  }

  public Judgement told() {
    UnitCase facts =
        new UnitCase(
            call,
            Stories.unit(),
            unitKind,
            submissions,
            judged.stream().map(Judged::before).toList(),
            papers,
            Elsewhere.NOTHING,
            new WorkingDays(Map.of()),
            Stories.ZONE,
            Stories.WRITTEN);
    return new Judgement(Assessment.of(facts), judged, List.of());
  }

  /** A finding on the dossier that is decided next. */
  public Finding finding(FindingCode code, Outcome outcome, String rule, String sentence) {
    return finding(code, outcome, rule, FORM_CLAUSE, sentence);
  }

  Finding finding(FindingCode code, Outcome outcome, String rule, Clause clause, String sentence) {
    return new Finding(
        code, outcome, FIRST, Optional.of(nextNumber()), rule, clause, "3名", "", sentence);
  }

  static Finding ofDelivery(FindingCode code, Outcome outcome, Clause clause, String sentence) {
    return new Finding(code, outcome, FIRST, Optional.empty(), "", clause, "", "", sentence);
  }

  static Decision ruled(Dossier dossier, DossierState state, Ruling ruling) {
    return new Decision(
        dossier.number() + "#2",
        dossier.number(),
        state,
        List.of(),
        Optional.empty(),
        Stories.call().version(),
        Stories.WRITTEN,
        Optional.of(ruling));
  }

  Dossier dossier(SubmissionNumber submission, String name) {
    int rank = judged.size() + 1;
    return new Dossier(
        nextNumber(),
        "p-" + rank,
        submission,
        submission,
        call.id(),
        Stories.unit().code(),
        rank,
        Optional.of("创新类"),
        new Candidate(name, "key-" + rank, ""),
        FormData.EMPTY,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        DossierState.RECEIVED,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private DossierNumber nextNumber() {
    return new DossierNumber("RX-2020-%04d".formatted(judged.size() + 1));
  }

  private static Standing standing(Dossier before, DossierState state) {
    Optional<Correction> term =
        Optional.of(new Correction(Instant.EPOCH, Optional.of(LocalDate.of(2020, 4, 10))))
            .filter(t -> state == DossierState.RETURNED);
    return new Standing(
        state, false, before.submission(), Optional.empty(), Optional.empty(), term);
  }

  private Decision decision(Dossier before, DossierState state, Finding... findings) {
    return new Decision(
        before.number() + "#1",
        before.number(),
        state,
        List.of(findings),
        Optional.of("zjc").filter(id -> state == DossierState.ACCEPTED),
        call.version(),
        Stories.WRITTEN,
        Optional.empty());
  }
}
