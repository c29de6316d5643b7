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
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

  /**
   * Which of them, and why they will succeed now.
   *
   * @param cause words that the reason holds
   * @param parked only those that wait for a person
   */
  record RetryAll(
      @Nullable String step, @Nullable String cause, boolean parked, @Nullable String reason) {}

  /**
   * @param retried how many; no more than 500 in one go
   */
  record RetriedAll(int retried) {}

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RetriedAll retryAll(@RequestBody RetryAll wanted, @AuthenticationPrincipal Viewer viewer) {
    String reason = Objects.requireNonNullElse(wanted.reason(), "").strip();
    if (reason.isEmpty()) {
      throw new BadRequest("reason", "请写明为什么现在能成。", "State why they will succeed now.");
    }
    Optional<Failures.Step> step =
        Arrays.stream(Failures.Step.values())
            .filter(s -> s.name().equals(wanted.step()))
            .findFirst();
    if (wanted.step() != null && step.isEmpty()) {
      throw new BadRequest("step", "没有这个步骤。", "There is no such step.");
    }
    Failures.Filter filter =
        new Failures.Filter(
            step,
            Optional.ofNullable(wanted.cause()).filter(words -> !words.isBlank()),
            wanted.parked(),
            Set.of());
    Act act = new Act(Act.Kind.FAILURE_RETRIED, viewer.name(), reason);
    return new RetriedAll(failures.retryAll(filter, act));
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
