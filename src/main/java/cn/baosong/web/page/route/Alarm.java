package cn.baosong.web.page.route;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Menu;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells on every page which routes do not run, so that nobody forgets one (faults.md, O04). */
@ControllerAdvice(basePackageClasses = Menu.class)
class Alarm {
  private final RouteShow routes;

  Alarm(RouteShow routes) {
    this.routes = routes;
  }

  /** None before the log-in. */
  @ModelAttribute("idle")
  List<RouteRow.IdleRow> idle(@AuthenticationPrincipal @Nullable Viewer viewer) {
    return viewer == null ? List.of() : routes.idle();
  }

  /** For those who may do something about it. */
  @ModelAttribute("edits")
  List<RouteFault> edits(@AuthenticationPrincipal @Nullable Viewer viewer) {
    return viewer == null || !(viewer.is(Role.ADMIN) || viewer.is(Role.CLERK))
        ? List.of()
        : routes.faults();
  }
}
