package cn.baosong.web.page.night;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Left;
import cn.baosong.web.page.Menu;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 截止之夜: the last evening of a call; it follows what happens. */
@Controller
class NightPage {
  private final NightView view;
  private final WebOffice office;

  NightPage(NightView view, WebOffice office) {
    this.view = view;
    this.office = office;
  }

  @GetMapping("/calls/{id}/night")
  String night(@PathVariable String id, @AuthenticationPrincipal Viewer viewer, Model model) {
    shown(view.of(read(id)), viewer, model);
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
    NightShown night = view.of(read(id));
    shown(night, viewer, model);
    if (night.seen().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
      return "desk :: asof";
    }
    return "night :: live";
  }

  private void shown(NightShown shown, Viewer viewer, Model model) {
    Instant now = office.clock().instant();
    model.addAttribute("shown", shown);
    model.addAttribute("night", shown.night());
    model.addAttribute("call", shown.night().call());
    model.addAttribute("phase", shown.night().next().phase(now));
    model.addAttribute("left", Left.of(shown.night().next().left(now)));
    model.addAttribute("opens", Menu.DOSSIERS.isFor(viewer));
  }

  static CallId read(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException nonsense) {
      throw Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
    }
  }
}
