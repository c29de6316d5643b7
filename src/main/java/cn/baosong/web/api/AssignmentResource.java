package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.AssignmentDesk;
import cn.baosong.web.Viewer;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Binds an unassigned submission to a call and a unit. */
@RestController
@Tag(name = "submissions")
class AssignmentResource {
  private final AssignmentDesk desk;

  AssignmentResource(AssignmentDesk desk) {
    this.desk = desk;
  }

  record AssignmentBody(@Nullable String call, @Nullable String unit, @Nullable String reason) {}

  /** The submission as it stands now: to be opened again. */
  record Assigned(String number, String state, String call, String unit, int version) {}

  @PostMapping("/api/v1/submissions/{number}/assignment")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Assigned assign(
      @PathVariable String number,
      @RequestBody AssignmentBody body,
      @AuthenticationPrincipal Viewer viewer) {
    SubmissionNumber submission = Numbered.submission(number);
    Fields fields = new Fields();
    Optional<CallId> call = fields.value("call", body.call(), CallId::new);
    Optional<UnitCode> unit = fields.value("unit", body.unit(), UnitCode::new);
    Optional<String> reason = fields.required("reason", body.reason());
    fields.check();
    AssignmentDesk.Binding binding =
        new AssignmentDesk.Binding(call.orElseThrow(), unit.orElseThrow(), reason.orElseThrow());
    Submission bound = desk.assign(submission, binding, viewer.name());
    return new Assigned(
        number,
        bound.state().name(),
        binding.call().value(),
        binding.unit().value(),
        bound.version());
  }
}
