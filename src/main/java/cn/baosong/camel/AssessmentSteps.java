package cn.baosong.camel;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.CheckName;
import cn.baosong.core.check.Checks;
import cn.baosong.core.decision.Judgement;
import cn.baosong.desk.AssessmentDesk;
import cn.baosong.desk.DispatchDesk;
import cn.baosong.desk.LetterDesk;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;

/** The steps of {@code assess-unit}: one case body, one method a named check. */
public final class AssessmentSteps {
  private final AssessmentDesk desk;
  private final Checks checks;
  private final DispatchDesk dispatch;
  private final LetterDesk letters;

  public AssessmentSteps(
      AssessmentDesk desk, Checks checks, DispatchDesk dispatch, LetterDesk letters) {
    this.desk = desk;
    this.checks = checks;
    this.dispatch = dispatch;
    this.letters = letters;
  }

  /** Locks the claimed unit and lays out its case. */
  public Assessment layOut(@Body Map<String, Object> row) {
    return desk.layOut(
        new CallId(String.valueOf(row.get("call_id"))),
        new UnitCode(String.valueOf(row.get("unit_code"))));
  }

  /** Runs one named check; the names are those of {@link CheckName}. */
  public Assessment check(String step, Assessment assessment) {
    return assessment.after(checks.named(CheckName.ofStep(step)));
  }

  public Judgement decide(@Body Assessment assessment) {
    return desk.decide(assessment);
  }

  /** The decisions that differ from what stood before. */
  public List<Judgement.Judged> changed(@Body Judgement judgement) {
    return judgement.judged().stream().filter(Judgement.Judged::changed).toList();
  }

  public void enter(@Body Judgement.Judged judged) {
    dispatch.enter(judged);
  }

  public void enqueue(@Body Judgement.Judged judged) {
    dispatch.enqueue(judged);
  }

  /** Writes the letters of the whole case into the outbox: one a submission and kind. */
  public void write(@Body Judgement judgement) {
    letters.tell(judgement);
  }

  public void close(@Body Judgement judgement) {
    desk.close(judgement);
  }
}
