package cn.baosong.web.api;

import cn.baosong.desk.ChannelDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.ChannelShow.SourceView;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 对账: per source what it holds, what is registered, and the difference by name. */
@RestController
@Tag(name = "reconciliation")
class ReconciliationResource {
  private final ChannelDesk desk;
  private final ChannelShow channels;

  ReconciliationResource(ChannelDesk desk, ChannelShow channels) {
    this.desk = desk;
    this.channels = channels;
  }

  /** Which item of which source. */
  record Refetch(String source, String key) {}

  @PostMapping("/api/v1/reconciliation/refetch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void refetch(@RequestBody Refetch wanted, @AuthenticationPrincipal Viewer viewer) {
    if (!desk.refetch(wanted.source(), wanted.key(), viewer.name())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "来源中没有这一件 no such item");
    }
  }

  /** Through which source. */
  record Through(String source) {}

  /** Writes to ourselves at once; the list tells when it arrived. */
  @PostMapping("/api/v1/reconciliation/probe")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void probe(@RequestBody Through wanted, @AuthenticationPrincipal Viewer viewer) {
    if (desk.probe(wanted.source(), viewer.name()).isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "这个来源不能发探测信 no probe can be sent through it");
    }
  }

  @GetMapping("/api/v1/reconciliation")
  ListBody<SourceView> list() {
    return ListBody.whole(channels.all());
  }
}
