package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Edition;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.web.Viewer;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A change of a call: drafted and checked, handed to a second person, published or given up. */
@RestController
@RequestMapping("/api/v1/calls/{id}")
@Tag(name = "calls")
class CallDraftResource {
  private final DraftDesk desk;
  private final PublishingDesk publishing;
  private final CallShow show;

  CallDraftResource(DraftDesk desk, PublishingDesk publishing, CallShow show) {
    this.desk = desk;
    this.publishing = publishing;
    this.show = show;
  }

  /**
   * @param version a former one to be brought back
   */
  record ReturnBody(
      @Nullable String version, @Nullable String reason, @Nullable String expectedVersion) {}

  record SeenBody(@Nullable String expectedVersion) {}

  /**
   * @param nearDeadline confirms that the rules change shortly before a deadline
   */
  record PublicationBody(
      @Nullable String reason, @Nullable String expectedVersion, @Nullable Boolean nearDeadline) {}

  /** Stores a draft; nothing is live by this. */
  @PutMapping
  ResponseEntity<CallDetail> save(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestParam(defaultValue = "false") boolean unfinished,
      @RequestBody CallBody body,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    Fields fields = new Fields();
    Optional<Map<String, String>> texts = fields.present("files", body.texts().orElse(null));
    Optional<String> reason = fields.required("reason", body.reason());
    Optional<Edition> seen = seen(fields, ifMatch, body.expectedVersion());
    fields.check();
    CallCheck check = desk.check(call, texts.orElseThrow());
    if (!check.ok() && !unfinished) {
      throw new CallRefused(check);
    }
    DraftDesk.Writing writing =
        new DraftDesk.Writing(texts.orElseThrow(), seen.orElseThrow(), reason.orElseThrow());
    matching(ifMatch, () -> desk.save(call, writing, viewer.name()));
    return show.show(call, viewer);
  }

  /** Checks what is sent, or else the draft, or else the folder; nothing is stored. */
  @PostMapping("/check")
  CallCheckView check(
      @PathVariable String id, @RequestBody(required = false) @Nullable CallBody body) {
    CallId call = CallShow.known(id);
    CallCheck check =
        Optional.ofNullable(body)
            .flatMap(CallBody::texts)
            .map(texts -> desk.check(call, texts))
            .or(() -> desk.check(call))
            .orElseThrow(() -> CallShow.none(id));
    return CallCheckView.of(id, check);
  }

  /** Drafts the return of a former version. */
  @PostMapping("/draft")
  ResponseEntity<CallDetail> bringBack(
      @PathVariable String id,
      @RequestBody ReturnBody body,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    Fields fields = new Fields();
    Optional<CallVersion> version = fields.value("version", body.version(), CallVersion::new);
    Optional<Edition> seen = seen(fields, null, body.expectedVersion());
    fields.check();
    desk.bringBack(
        call,
        version.orElseThrow(),
        seen.orElseThrow(),
        Fields.optional(body.reason()).orElse(""),
        viewer.name());
    return show.show(call, viewer);
  }

  /** Hands the draft to the second person. */
  @PostMapping("/review")
  ResponseEntity<CallDetail> submit(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable SeenBody body,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    Edition seen = required(ifMatch, body == null ? null : body.expectedVersion());
    matching(ifMatch, () -> desk.submit(call, seen, viewer.name()));
    return show.show(call, viewer);
  }

  /** Gives the draft up. */
  @DeleteMapping("/draft")
  ResponseEntity<CallDetail> withdraw(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable String expectedVersion,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    Edition seen = required(ifMatch, expectedVersion);
    matching(ifMatch, () -> desk.withdraw(call, seen, viewer.name()));
    return show.show(call, viewer);
  }

  /** A second person puts the draft into effect. */
  @PostMapping("/publication")
  ResponseEntity<CallDetail> publish(
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody PublicationBody body,
      @AuthenticationPrincipal Viewer viewer)
      throws InterruptedException {
    CallId call = CallShow.known(id);
    Fields fields = new Fields();
    Optional<String> reason = fields.required("reason", body.reason());
    Optional<Edition> seen = seen(fields, ifMatch, body.expectedVersion());
    fields.check();
    PublishingDesk.Publishing decided =
        new PublishingDesk.Publishing(
            seen.orElseThrow(), reason.orElseThrow(), Boolean.TRUE.equals(body.nearDeadline()));
    try {
      Call live = publishing.publish(call, decided, viewer.name());
      return show.show(live.id(), viewer);
    } catch (Refusal refusal) {
      throw matched(ifMatch, refusal);
    }
  }

  private static Edition required(@Nullable String ifMatch, @Nullable String expected) {
    Fields fields = new Fields();
    Optional<Edition> seen = seen(fields, ifMatch, expected);
    fields.check();
    return seen.orElseThrow();
  }

  /** The entity tag that was read: If-Match, or the field of the body. */
  private static Optional<Edition> seen(
      Fields fields, @Nullable String ifMatch, @Nullable String expected) {
    String tag = ifMatch == null ? expected : ifMatch.replaceAll("^\\s*(W/)?\"|\"\\s*$", "");
    return fields.value("expectedVersion", tag, Edition::read);
  }

  private static <T> T matching(@Nullable String ifMatch, Supplier<T> act) {
    try {
      return act.get();
    } catch (Refusal refusal) {
      throw matched(ifMatch, refusal);
    }
  }

  private static RuntimeException matched(@Nullable String ifMatch, Refusal refusal) {
    return ifMatch != null && refusal.field().equals("expectedVersion")
        ? new PreconditionFailed(refusal)
        : refusal;
  }
}
