package cn.baosong.web.page.night;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.night.Ending;
import cn.baosong.desk.night.Night;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Left;
import cn.baosong.web.page.Menu;
import cn.baosong.web.page.SharedParts;
import cn.baosong.web.page.SinceChange;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 截止之夜: the last evening of a call; it follows what happens, and is drawn once for all of the same
 * rights and language.
 */
@Controller
class NightPage {
  private final NightView view;
  private final WebOffice office;
  private final SharedParts parts;
  private final SinceChange<Asked, Drawn> known;

  NightPage(NightView view, WebOffice office, SharedParts parts, Changes changes) {
    this.view = view;
    this.office = office;
    this.parts = parts;
    this.known = SinceChange.orSecond(changes, office.machine(), this::drawn);
  }

  private record Asked(CallId call, boolean opens, Locale language) {}

  private record Drawn(NightShown night, String html) {}

  @GetMapping("/calls/{id}/night")
  String night(@PathVariable String id, @AuthenticationPrincipal Viewer viewer, Model model) {
    Drawn drawn = drawn(id, viewer);
    model.addAttribute("call", drawn.night().night().call());
    model.addAttribute("drawn", drawn.html());
    return "night";
  }

  /**
   * What changes alone.
   *
   * @param seen what the page shows already; the same is answered with the time alone
   */
  @GetMapping("/calls/{id}/night/now")
  String now(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response) {
    Drawn drawn = drawn(id, viewer);
    model.addAttribute("drawn", drawn.html());
    if (drawn.night().seen().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
      return "desk :: asof";
    }
    return "parts :: drawn";
  }

  private Drawn drawn(String id, Viewer viewer) {
    boolean opens = Menu.DOSSIERS.isFor(viewer);
    return known.get(new Asked(read(id), opens, LocaleContextHolder.getLocale()));
  }

  private Drawn drawn(Asked asked) {
    NightShown shown = view.of(asked.call());
    Night night = shown.night();
    Ending next = night.next();
    Instant now = office.clock().instant();
    Map<String, Object> told =
        Map.of(
            "shown", shown,
            "night", night,
            "call", night.call(),
            "phase", next.phase(now),
            "left", Left.of(next.left(now)),
            "opens", asked.opens());
    return new Drawn(shown, parts.draw("night", "live", told));
  }

  static CallId read(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException nonsense) {
      throw Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
    }
  }
}
