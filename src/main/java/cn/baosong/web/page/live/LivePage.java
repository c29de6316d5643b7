package cn.baosong.web.page.live;

import cn.baosong.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of an open page, as server-sent events (HTML Standard 9.2). */
@Controller
class LivePage {
  private static final CacheControl NEVER = CacheControl.noStore();

  private final LiveStreams streams;

  LivePage(LiveStreams streams) {
    this.streams = streams;
  }

  /**
   * @param since number of the last act that the page shows
   * @param last the same as the browser remembers it when it comes back
   */
  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @RequestParam(required = false) @Nullable String since,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      @AuthenticationPrincipal Viewer viewer) {
    return streams
        .open(viewer.name(), number(last == null ? since : last))
        .map(
            stream ->
                ResponseEntity.ok()
                    .cacheControl(NEVER)
                    .header("X-Accel-Buffering", "no")
                    .body(stream))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
  }

  /** One that cannot be read is older than everything. */
  private static long number(@Nullable String written) {
    try {
      return written == null ? -1 : Long.parseLong(written);
    } catch (NumberFormatException strange) {
      return -1;
    }
  }
}
