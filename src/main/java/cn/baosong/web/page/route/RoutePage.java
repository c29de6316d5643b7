package cn.baosong.web.page.route;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Changes;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** One route: how it goes, and what passed it. */
@Controller
class RoutePage {
  private final RouteShow routes;
  private final RouteDrawings drawings;
  private final Changes changes;
  private final Times times;

  RoutePage(RouteShow routes, RouteDrawings drawings, Changes changes, Times times) {
    this.routes = routes;
    this.drawings = drawings;
    this.changes = changes;
    this.times = times;
  }

  @GetMapping("/routes/{id}")
  String one(
      @PathVariable String id,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    RouteRow route = routes.one(id).orElseThrow(RouteActs::noRoute);
    model.addAttribute("route", route);
    model.addAttribute("day", routes.day(id));
    model.addAttribute("callers", routes.callers(id));
    model.addAttribute("flow", drawings.drawing(id).orElse(null));
    model.addAttribute("outline", drawings.outline(id));
    model.addAttribute("text", drawings.text(route.origin().file()));
    model.addAttribute("since", changes.latest());
    model.addAttribute("asOf", times.now());
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    return part == null ? "route" : "route :: live";
  }
}
