package cn.baosong.web.page.inbox;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Place;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.SealedShow;
import cn.baosong.web.page.Cursor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 收件箱: what has come in, narrowed as it is asked; its first page follows what happens. */
@Controller
class InboxPage {
  private static final String LATEST = "" + Long.MAX_VALUE;

  private final DrawnList list;
  private final ListView view;
  private final InboxQuery query;
  private final Calls calls;
  private final SealedShow sealed;

  InboxPage(DrawnList list, ListView view, InboxQuery query, Calls calls, SealedShow sealed) {
    this.list = list;
    this.view = view;
    this.query = query;
    this.calls = calls;
    this.sealed = sealed;
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }

  @GetMapping("/")
  String home(
      @ModelAttribute InboxForm form,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String before,
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
    InboxQuery.Asked asked = query.read(form);
    Optional<Place> after = Cursor.read(Optional.ofNullable(cursor));
    Optional<Place> until =
        after.isPresent() ? Optional.empty() : Cursor.read(Optional.ofNullable(before));
    model.addAttribute("asked", asked);
    model.addAttribute("calls", calls.live());
    model.addAttribute("channels", Channel.values());
    DrawnList.Edge edge = new DrawnList.Edge(after, until);
    shown(list.of(asked, edge, viewer, Long.MAX_VALUE), viewer, model);
    return "home";
  }

  /**
   * The list alone, asked for after each change; unchanged, it answers with the time alone. While
   * somebody's cursor is in the list it stays as it is and only says what is new.
   *
   * @param seen what the page shows already
   * @param held cursor of the first row of a list that must not move
   * @param told number of the act that the page has been told of
   */
  @GetMapping("/list")
  String list(
      @ModelAttribute InboxForm form,
      @RequestParam(required = false) @Nullable String seen,
      @RequestParam(required = false) @Nullable String held,
      @RequestParam(defaultValue = LATEST) long told,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response) {
    InboxQuery.Asked asked = query.read(form);
    DrawnList.Drawn drawn = list.of(asked, DrawnList.Edge.NONE, viewer, told);
    shown(drawn, viewer, model);
    boolean same = drawn.page().seen().equals(seen);
    if (!same && held == null) {
      return "list :: live";
    }
    Optional<Place> top = Cursor.read(Optional.ofNullable(held)).filter(place -> !same);
    model.addAttribute("changed", !same);
    model.addAttribute("newer", top.map(place -> view.newer(asked, place)).orElse(0));
    response.setHeader("HX-Reswap", "none");
    return "list :: told";
  }

  private static void shown(DrawnList.Drawn drawn, Viewer viewer, Model model) {
    model.addAttribute("page", drawn.page());
    model.addAttribute("drawn", drawn);
    model.addAttribute("live", drawn.page().edges().first());
    model.addAttribute("stops", viewer.is(Role.CLERK));
  }
}
