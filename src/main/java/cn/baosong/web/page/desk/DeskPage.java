package cn.baosong.web.page.desk;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Changes;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Menu;
import cn.baosong.web.page.SharedParts;
import cn.baosong.web.page.SinceChange;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 工作台: deadlines, what waits, and the channels; it follows what happens, and is drawn once for all
 * of the same roles and language.
 */
@Controller
class DeskPage {
  private final DeskView view;
  private final WebOffice office;
  private final SharedParts parts;
  private final SinceChange<Asked, Drawn> known;

  DeskPage(DeskView view, WebOffice office, SharedParts parts, Changes changes) {
    this.view = view;
    this.office = office;
    this.parts = parts;
    this.known = SinceChange.orSecond(changes, office.machine(), this::drawn);
  }

  private record Asked(Set<Role> roles, Locale language) {}

  private record Drawn(String seen, String html) {}

  @GetMapping("/desk")
  String desk(@AuthenticationPrincipal Viewer viewer, Model model) {
    model.addAttribute("drawn", drawn(viewer).html());
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
    Drawn desk = drawn(viewer);
    model.addAttribute("drawn", desk.html());
    if (desk.seen().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
      return "desk :: asof";
    }
    return "parts :: drawn";
  }

  private Drawn drawn(Viewer viewer) {
    return known.get(new Asked(viewer.roles(), LocaleContextHolder.getLocale()));
  }

  private Drawn drawn(Asked asked) {
    DeskShown desk = view.now();
    Opens opens = new Opens(asked.roles());
    Map<String, Object> shown =
        Map.of(
            "desk",
            desk,
            "moment",
            office.clock().instant(),
            "waiting",
            desk.waiting().stream().filter(tally -> opens.room(tally.room())).toList(),
            "opens",
            opens);
    return new Drawn(desk.seen(), parts.draw("desk", "live", shown));
  }

  /** Which rooms whoever has these roles may enter. */
  record Opens(Set<Role> roles) {
    public boolean room(Menu room) {
      return room.isFor(roles);
    }

    public boolean channels() {
      return room(Menu.RECONCILIATION);
    }

    public boolean calls() {
      return room(Menu.CALLS);
    }
  }
}
