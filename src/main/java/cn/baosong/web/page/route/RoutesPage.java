package cn.baosong.web.page.route;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Changes;
import cn.baosong.desk.route.Backlogs;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Glance;
import cn.baosong.web.page.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** 渠道与路由: every route with what passed, what waits before it and what went wrong. */
@Controller
class RoutesPage {
  private final RouteShow routes;
  private final Glance<List<Backlogs.Backlog>> backlogs;
  private final Changes changes;
  private final WebOffice office;
  private final Times times;

  RoutesPage(RouteShow routes, Backlogs backlogs, Changes changes, WebOffice office, Times times) {
    this.routes = routes;
    this.backlogs = new Glance<>(changes, office.machine(), backlogs::all);
    this.changes = changes;
    this.office = office;
    this.times = times;
  }

  @GetMapping("/routes")
  String list(
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Instant now = office.machine().instant();
    Map<String, List<RouteRow>> lines = routes.lines();
    model.addAttribute("since", changes.latest());
    model.addAttribute("asOf", times.now());
    model.addAttribute("lines", lines);
    model.addAttribute("count", lines.values().stream().mapToInt(List::size).sum());
    model.addAttribute("stopped", routes.idle());
    model.addAttribute("faults", routes.faults());
    model.addAttribute("files", routes.files());
    model.addAttribute(
        "queues", backlogs.get().stream().map(each -> QueueRow.of(each, now)).toList());
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    return part == null ? "routes" : "routes :: live";
  }
}
