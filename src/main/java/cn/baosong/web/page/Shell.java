package cn.baosong.web.page;

import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page. */
@ControllerAdvice(basePackageClasses = Shell.class)
class Shell {
  /** The menu of whoever looks; empty before the log-in. */
  @ModelAttribute("menu")
  List<Menu.Section> menu(@AuthenticationPrincipal @Nullable Viewer viewer) {
    return viewer == null ? List.of() : Menu.of(viewer);
  }

  /** The room that the page belongs to. */
  @ModelAttribute("room")
  Optional<Menu> room(HttpServletRequest request) {
    String page = request.getRequestURI().substring(request.getContextPath().length());
    return Arrays.stream(Menu.values()).filter(item -> item.holds(page)).findFirst();
  }
}
