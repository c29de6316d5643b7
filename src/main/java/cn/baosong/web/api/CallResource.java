package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.Settling;
import cn.baosong.web.Viewer;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One call: what it leaves open, and the office's choice of a reading. */
@RestController
@RequestMapping("/api/v1/calls/{id}")
@Tag(name = "calls")
class CallResource {
  private final CallShow show;
  private final SettlementDesk desk;

  CallResource(CallShow show, SettlementDesk desk) {
    this.show = show;
    this.desk = desk;
  }

  /**
   * @param reading one of the ambiguity's readings; null opens the question again
   * @param expectedVersion version of the call that the person saw
   */
  record SettlementBody(
      @Nullable String ambiguity,
      @Schema(types = {"string", "null"}) @Nullable JsonNode reading,
      @Nullable String reason,
      @Nullable String expectedVersion,
      @Nullable Boolean confirmed) {}

  @GetMapping
  ResponseEntity<CallDetail> read(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    return show.show(CallShow.known(id), viewer);
  }

  @PostMapping("/settlements")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CallDetail settle(
      @PathVariable String id,
      @RequestBody SettlementBody body,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    Fields fields = new Fields();
    Optional<String> ambiguity = fields.required("ambiguity", body.ambiguity());
    Optional<JsonNode> reading = fields.present("reading", body.reading());
    Optional<String> reason = fields.required("reason", body.reason());
    Optional<CallVersion> seen =
        fields.value("expectedVersion", body.expectedVersion(), CallVersion::new);
    fields.check();
    Settling settling =
        new Settling(
            ambiguity.orElseThrow(),
            reading.filter(node -> !node.isNull()).map(JsonNode::asText),
            reason.orElseThrow(),
            seen.orElseThrow(),
            Boolean.TRUE.equals(body.confirmed()));
    desk.settle(call, settling, viewer.name());
    return Objects.requireNonNull(show.show(call, viewer).getBody());
  }
}
