package cn.baosong.web.api;

import cn.baosong.desk.Act;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Routes;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes: what runs, what failed, start and stop. */
@RestController
@RequestMapping("/api/v1/routes")
@Tag(name = "routes")
class RoutesResource {
  private final Routes routes;
  private final WebOffice office;

  RoutesResource(Routes routes, WebOffice office) {
    this.routes = routes;
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
    return ListBody.whole(routes.all().stream().map(this::view).toList());
  }

  @PostMapping("/{id}/{action:start|stop|suspend|resume}")
  RouteView act(
      @PathVariable String id,
      @PathVariable String action,
      @AuthenticationPrincipal Viewer viewer) {
    Routes.Action wanted = Routes.Action.valueOf(action.toUpperCase(Locale.ROOT));
    Act act = new Act(Act.Kind.ROUTE_CHANGED, viewer.name(), action);
    if (!routes.act(id, wanted, act)) {
      throw noRoute();
    }
    List<Routes.Route> now = routes.all();
    return now.stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .map(this::view)
        .orElseThrow(RoutesResource::noRoute);
  }

  private RouteView view(Routes.Route route) {
    return new RouteView(
        route.id(),
        route.description(),
        route.state(),
        route.uptime().toString(),
        route.total(),
        route.failed(),
        route.inflight(),
        route.lastCompleted().map(office::at),
        route.lastFailed().map(office::at),
        route.lastError());
  }

  private static Refusal noRoute() {
    return Refusal.notFound("id", "没有这条路由。", "There is no such route.");
  }
}
