package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.night.FreezeDesk;
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

/** Lets an edit of a call's folder take effect although a deadline is near. */
@RestController
@Tag(name = "calls")
class CallFreezeResource {
  private final FreezeDesk desk;

  CallFreezeResource(FreezeDesk desk) {
    this.desk = desk;
  }

  /**
   * @param version of the edit, as {@code held} of the call tells it
   */
  record ConfirmationBody(@Nullable String version, @Nullable String reason) {}

  /** Nothing is told of the call, since it may have ended by this. */
  @PostMapping("/api/v1/calls/{id}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(
      @PathVariable String id,
      @RequestBody ConfirmationBody body,
      @AuthenticationPrincipal Viewer viewer)
      throws InterruptedException {
    CallId call = CallShow.known(id);
    Fields fields = new Fields();
    Optional<CallVersion> version = fields.value("version", body.version(), CallVersion::new);
    Optional<String> reason = fields.required("reason", body.reason());
    fields.check();
    desk.confirm(call, version.orElseThrow(), reason.orElseThrow(), viewer.name());
  }
}
