package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Routes;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes: what runs, what failed, start and stop. */
@RestController
@RequestMapping("/api/v1/routes")
@Tag(name = "routes")
class RoutesResource {
  private final RouteDesk desk;
  private final WebOffice office;

  RoutesResource(RouteDesk desk, WebOffice office) {
    this.desk = desk;
    this.office = office;
  }

  /**
   * A route and its counters since the start.
   *
   * @param uptime ISO 8601 duration
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RouteView(
      String id,
      String description,
      String state,
      String uptime,
      long total,
      long failed,
      long inflight,
      Optional<String> lastCompleted,
      Optional<String> lastFailed,
      Optional<String> lastError) {}

  @GetMapping
  ListBody<RouteView> list() {
    return ListBody.whole(desk.all().stream().map(this::view).toList());
  }

  /**
   * Why somebody does so.
   *
   * @param reason for the journal and for whoever finds the route stopped
   */
  record Why(String reason) {}

  @PostMapping("/{id}/{action:start|stop|suspend|resume}")
  RouteView act(
      @PathVariable String id,
      @PathVariable String action,
      @RequestBody(required = false) @Nullable Why why,
      @AuthenticationPrincipal Viewer viewer) {
    Routes.Action wanted = Routes.Action.valueOf(action.toUpperCase(Locale.ROOT));
    String reason = why == null ? "" : Objects.requireNonNullElse(why.reason(), "");
    if (!desk.act(id, wanted, viewer.name(), reason)) {
      throw noRoute();
    }
    return desk.find(id).map(this::view).orElseThrow(RoutesResource::noRoute);
  }

  private RouteView view(Routes.Route route) {
    return new RouteView(
        route.id(),
        route.description(),
        route.state(),
        route.uptime().toString(),
        route.counts().total(),
        route.counts().failed(),
        route.counts().inflight(),
        route.lastCompleted().map(office::at),
        route.lastFailure().map(last -> office.at(last.at())),
        route.lastFailure().map(last -> Masking.text(last.told())));
  }

  private static Refusal noRoute() {
    return Refusal.notFound("id", "没有这条路由。", "There is no such route.");
  }
}
