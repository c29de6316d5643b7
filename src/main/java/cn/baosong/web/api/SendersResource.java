package cn.baosong.web.api;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Filters;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Senders;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whom addresses speak, and the mails that wait for that. */
@RestController
@RequestMapping("/api/v1/senders")
@Tag(name = "senders")
class SendersResource {
  private static final String BINDINGS = "senders";
  private static final String WAITING = "senders-waiting";

  private final Senders senders;
  private final SenderDesk desk;
  private final SenderShow show;
  private final WebOffice office;

  SendersResource(Senders senders, SenderDesk desk, SenderShow show, WebOffice office) {
    this.senders = senders;
    this.desk = desk;
    this.show = show;
    this.office = office;
  }

  /** Whether a binding still holds. */
  enum State {
    HOLDS,
    ENDED
  }

  /**
   * @param failed whether mails that failed the proof of their domain pass too
   */
  record BindingBody(
      @Nullable String address,
      @Nullable String unit,
      @Nullable String reason,
      @Nullable Boolean failed) {}

  /**
   * @param released mails that are opened again
   * @param kept mails that wait on
   */
  record Bound(
      String address, String unit, String unitName, List<String> released, List<String> kept) {}

  record DismissalBody(@Nullable String address, @Nullable String reason) {}

  record Dismissed(List<String> submissions) {}

  /** What clerks found, the newest first; registered addresses stand in the registry of units. */
  @GetMapping
  @Parameter(name = "address", in = ParameterIn.QUERY)
  @Parameter(name = "unit", in = ParameterIn.QUERY)
  @Parameter(name = "state", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<BindingView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, BINDINGS, "address", "unit", "state");
    Filters.OfSenders filter =
        new Filters.OfSenders(
            query.text("address").map(Sender::key),
            query.unit(),
            query.code("state", State.class).map(state -> state == State.HOLDS));
    return ListBody.of(BINDINGS, senders.list(filter, query.window()), show::of);
  }

  /** The addresses whose mails wait, the longest waiting first. */
  @GetMapping("/waiting")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<WaitingView> waiting(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, WAITING);
    return ListBody.of(WAITING, senders.waiting(query.window()), show::of);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Bound bind(@RequestBody BindingBody body, @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    Optional<String> address = fields.required("address", body.address());
    Optional<UnitCode> unit = fields.value("unit", body.unit(), UnitCode::new);
    Optional<String> reason = fields.required("reason", body.reason());
    fields.check();
    SenderDesk.Outcome outcome =
        desk.bind(
            new SenderDesk.Finding(
                address.orElseThrow(),
                unit.orElseThrow(),
                reason.orElseThrow(),
                office.clock().instant(),
                Boolean.TRUE.equals(body.failed())),
            viewer.name());
    return new Bound(
        Sender.key(address.orElseThrow()),
        outcome.unit().code().value(),
        outcome.unit().name(),
        numbers(outcome.released()),
        numbers(outcome.kept()));
  }

  /** Takes back what a clerk found; it holds for what comes from now on. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer) {
    desk.takeBack(id, reason, viewer.name());
  }

  /** Closes the waiting mails of an address, which are no deliveries. */
  @PostMapping("/dismissals")
  @ResponseStatus(HttpStatus.CREATED)
  Dismissed dismiss(@RequestBody DismissalBody body, @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    Optional<String> address = fields.required("address", body.address());
    Optional<String> reason = fields.required("reason", body.reason());
    fields.check();
    return new Dismissed(
        numbers(
            desk.dismiss(
                address.orElseThrow(),
                reason.orElseThrow(),
                office.clock().instant(),
                viewer.name())));
  }

  /** Lets a dismissed mail wait again. */
  @DeleteMapping("/dismissals/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer) {
    desk.restore(Numbered.submission(number), reason, viewer.name());
  }

  private static List<String> numbers(List<SubmissionNumber> submissions) {
    return submissions.stream().map(SubmissionNumber::value).toList();
  }
}
