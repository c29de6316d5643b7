package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What failed, why, and another try. */
@RestController
@RequestMapping("/api/v1/failures")
@Tag(name = "failures")
class FailuresResource {
  private static final String LIST = "failures";

  private final Failures failures;
  private final WebOffice office;

  FailuresResource(Failures failures, WebOffice office) {
    this.failures = failures;
    this.office = office;
  }

  /**
   * @param parked whether it waits for a person instead of its next try
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FailureView(
      String id,
      String step,
      String subject,
      int tries,
      boolean parked,
      String reason,
      Optional<String> nextTry) {}

  record Retried(String id) {}

  @GetMapping
  @Parameter(name = "step", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<FailureView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "step");
    return ListBody.of(
        LIST, failures.list(query.code("step", Failures.Step.class), query.window()), this::view);
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Retried retry(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    if (!failures.retry(id, new Act(Act.Kind.FAILURE_RETRIED, viewer.name(), ""))) {
      throw Refusal.notFound(
          "id", "没有这条失败记录，可能已经重试成功。", "There is no such failure; it may have succeeded since.");
    }
    return new Retried(id);
  }

  private FailureView view(Failures.Failure failure) {
    return new FailureView(
        failure.id(),
        failure.step().name(),
        failure.subject(),
        failure.tries(),
        failure.parked(),
        Masking.text(failure.reason()),
        failure.nextTry().map(office::at));
  }
}
