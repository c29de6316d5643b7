package cn.baosong.web.page.route;

import cn.baosong.desk.Refusal;
import cn.baosong.desk.Routes.Action;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts, stops, suspends or resumes a route, after a page that says what that means. */
@Controller
class RouteActs {
  private static final int LONGEST = 500;

  private final RouteDesk desk;
  private final RouteShow routes;

  RouteActs(RouteDesk desk, RouteShow routes) {
    this.desk = desk;
    this.routes = routes;
  }

  @GetMapping("/routes/{id}/{action:start|stop|suspend|resume}")
  String ask(@PathVariable String id, @PathVariable String action, Model model) {
    model.addAttribute("route", routes.one(id).orElseThrow(RouteActs::noRoute));
    model.addAttribute("action", action);
    return "route-act";
  }

  @PostMapping("/routes/{id}/{action:start|stop|suspend|resume}")
  String act(
      @PathVariable String id,
      @PathVariable String action,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("wrong", reason.isBlank() ? "routes.noreason" : "routes.longreason");
      model.addAttribute("reason", reason);
      return ask(id, action, model);
    }
    Action wanted = Action.valueOf(action.toUpperCase(Locale.ROOT));
    if (!desk.act(id, wanted, viewer.name(), reason)) {
      throw noRoute();
    }
    Told.done(next, "routes.done." + action);
    return "redirect:/routes";
  }

  static Refusal noRoute() {
    return Refusal.notFound("id", "没有这条路由。", "There is no such route.");
  }
}
