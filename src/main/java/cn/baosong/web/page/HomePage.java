package cn.baosong.web.page;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Place;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.SealedShow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收件一览: what has come in, live. */
@Controller
class HomePage {
  private final ListView view;
  private final SealedShow sealed;

  HomePage(ListView view, SealedShow sealed) {
    this.view = view;
    this.sealed = sealed;
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }

  @GetMapping("/")
  String home(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model)
      throws IOException {
    boolean intake = viewer.is(Role.CLERK) || viewer.is(Role.MAIL_ROOM) || viewer.is(Role.AUDITOR);
    if (viewer.is(Role.ADMIN)) {
      model.addAttribute("sealed", sealed.count());
    }
    if (!intake) {
      return "elsewhere";
    }
    Optional<Place> after = Cursor.read(Optional.ofNullable(cursor));
    model.addAttribute("page", view.page(state(state), after));
    model.addAttribute("live", after.isEmpty());
    rights(viewer, model);
    return "home";
  }

  /** The list alone, asked for every other second; unchanged, it answers with the time alone. */
  @GetMapping("/list")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String seen,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response) {
    ListPage page = view.page(state(state), Optional.empty());
    model.addAttribute("page", page);
    model.addAttribute("live", true);
    rights(viewer, model);
    if (page.seen().equals(seen)) {
      response.setHeader("HX-Reswap", "none");
      return "list :: asof";
    }
    return "list :: live";
  }

  private static void rights(Viewer viewer, Model model) {
    model.addAttribute("stops", viewer.is(Role.CLERK));
    model.addAttribute("opens", viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR));
  }

  private static Optional<SubmissionState> state(@Nullable String written) {
    return Arrays.stream(SubmissionState.values())
        .filter(s -> s.name().equals(written))
        .findFirst();
  }
}
