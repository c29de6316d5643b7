package cn.baosong.web.page.desk;

import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Menu;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作台: deadlines, what waits, and the channels; it follows what happens. */
@Controller
class DeskPage {
  private final DeskView view;
  private final WebOffice office;

  DeskPage(DeskView view, WebOffice office) {
    this.view = view;
    this.office = office;
  }

  @GetMapping("/desk")
  String desk(@AuthenticationPrincipal Viewer viewer, Model model) {
    shown(view.now(), viewer, model);
    return "desk";
  }

  /**
   * What changes alone.
   *
   * @param seen what the page shows already; the same is answered with the time alone
   */
  @GetMapping("/desk/now")
  String now(
      @RequestParam(required = false) @Nullable String seen,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response) {
    DeskShown desk = view.now();
    shown(desk, viewer, model);
    if (desk.seen().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
      return "desk :: asof";
    }
    return "desk :: live";
  }

  private void shown(DeskShown desk, Viewer viewer, Model model) {
    Instant now = office.clock().instant();
    model.addAttribute("desk", desk);
    model.addAttribute("moment", now);
    model.addAttribute(
        "waiting", desk.waiting().stream().filter(tally -> tally.room().isFor(viewer)).toList());
    model.addAttribute("opens", new Opens(viewer));
  }

  /** Which rooms the viewer may enter. */
  record Opens(Viewer viewer) {
    public boolean room(Menu room) {
      return room.isFor(viewer);
    }

    public boolean channels() {
      return Menu.RECONCILIATION.isFor(viewer);
    }

    public boolean calls() {
      return Menu.CALLS.isFor(viewer);
    }
  }
}
