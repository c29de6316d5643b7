package cn.baosong.web.api;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.web.Viewer;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person lets a delivery be opened that the machine holds, or has its original sealed. */
@RestController
@Tag(name = "submissions")
class SubmissionRulingsResource {
  private final ClearanceDesk desk;

  SubmissionRulingsResource(ClearanceDesk desk) {
    this.desk = desk;
  }

  /**
   * @param ruling RELEASE or SEAL
   * @param expectedVersion version of the submission that the person saw
   */
  record ClearanceBody(
      @Nullable String ruling, @Nullable String reason, @Nullable Integer expectedVersion) {}

  /** The submission as it stands now. */
  record Ruled(String number, String state, int version) {}

  @PostMapping("/api/v1/submissions/{number}/rulings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Ruled rule(
      @PathVariable String number,
      @RequestBody ClearanceBody body,
      @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    SubmissionNumber submission = Numbered.submission(number);
    Fields fields = new Fields();
    Optional<ClearanceDesk.Clearance> ruling =
        fields.code("ruling", body.ruling(), ClearanceDesk.Clearance.class);
    Optional<String> reason = fields.required("reason", body.reason());
    Optional<Integer> seen = fields.present("expectedVersion", body.expectedVersion());
    fields.check();
    Submission ruled =
        desk.rule(
            submission,
            new ClearanceDesk.Ruling(
                ruling.orElseThrow(), viewer.name(), reason.orElseThrow(), seen.orElseThrow()));
    return new Ruled(number, ruled.state().name(), ruled.version());
  }
}
