package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;

/** Where a clerk says whose a delivery is and which call it answers; its time is kept. */
public final class AssignmentDesk {
  private final Submissions submissions;
  private final Calls calls;
  private final Units units;
  private final UnitOfWork work;

  public AssignmentDesk(Submissions submissions, Calls calls, Units units, UnitOfWork work) {
    this.submissions = submissions;
    this.calls = calls;
    this.units = units;
    this.work = work;
  }

  /** Whose a delivery is. */
  public record Binding(CallId call, UnitCode unit, String reason) {}

  /**
   * Binds an unassigned submission, which is then opened again.
   *
   * @throws Refusal when it is not waiting for this, or call or unit are not known
   */
  public Submission assign(SubmissionNumber number, Binding binding, String by) {
    Known.call(calls, binding.call());
    Known.unit(units, binding.unit());
    if (binding.reason().isBlank()) {
      throw Refusal.invalid("reason", "请写明认定的依据。", "State what the assignment rests on.");
    }
    return work.inTransaction(() -> bind(number, binding, by));
  }

  private Submission bind(SubmissionNumber number, Binding binding, String by) {
    Submission before = submissions.find(number).orElseThrow(() -> Known.noSubmission(number));
    if (before.state() != SubmissionState.UNASSIGNED) {
      throw Refusal.conflict(
          "number",
          "该报送现为 " + before.state() + "，只有待认领（UNASSIGNED）的报送可以认定。",
          "The submission is " + before.state() + "; only one that is UNASSIGNED can be bound.");
    }
    Submission bound = before.boundTo(binding.call(), binding.unit());
    submissions.save(bound, new Act(Act.Kind.SUBMISSION_ASSIGNED, by, binding.reason()));
    return bound;
  }
}
