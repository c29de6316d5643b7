package cn.baosong.web.page.post;

import cn.baosong.core.call.Unit;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Filters;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.UndeliveredDesk;
import cn.baosong.desk.Units;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Cursor;
import cn.baosong.web.page.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 寄发: what is on its way, what the other sides said, and whom a clerk rings up. */
@Controller
class PostPage {
  private static final int ROWS = 50;
  private static final String TO_CALL = "TO_CALL";

  private final Mailings mailings;
  private final MailingDesk post;
  private final UndeliveredDesk desk;
  private final Records records;
  private final Units units;
  private final MailingRows rows;
  private final PostLine line;

  PostPage(
      Mailings mailings,
      MailingDesk post,
      UndeliveredDesk desk,
      Records records,
      Units units,
      MailingRows rows,
      PostLine line) {
    this.mailings = mailings;
    this.post = post;
    this.desk = desk;
    this.records = records;
    this.units = units;
    this.rows = rows;
    this.line = line;
  }

  /**
   * A row of the page.
   *
   * @param submission id of its page
   * @param unit whom to ring up
   */
  record Row(MailingRow shown, String submission, Optional<Unit> unit) {}

  @GetMapping("/mailings")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Page<Mailings.Entry> page =
        mailings.list(filter(state), new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    Map<SubmissionNumber, SubmissionLine> lines =
        records.lines(
            page.items().stream()
                .flatMap(e -> e.mailing().submission().stream())
                .distinct()
                .toList());
    model.addAttribute("rows", page.items().stream().map(e -> row(e, lines)).toList());
    model.addAttribute("line", line.now());
    model.addAttribute("states", List.of(MailingState.values()));
    model.addAttribute("counts", mailings.counts());
    model.addAttribute("toCall", mailings.toCall());
    model.addAttribute(
        "state", TO_CALL.equals(state) ? TO_CALL : named(state).map(Enum::name).orElse(null));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("hand", viewer.is(Role.CLERK));
    return "mailings";
  }

  static Filters.OfMailings filter(@Nullable String state) {
    return new Filters.OfMailings(named(state), Optional.empty(), TO_CALL.equals(state));
  }

  private static Optional<MailingState> named(@Nullable String state) {
    return Arrays.stream(MailingState.values()).filter(s -> s.name().equals(state)).findFirst();
  }

  private Row row(Mailings.Entry entry, Map<SubmissionNumber, SubmissionLine> lines) {
    return new Row(
        rows.row(entry),
        entry
            .mailing()
            .submission()
            .flatMap(s -> Optional.ofNullable(lines.get(s)))
            .map(SubmissionLine::publicId)
            .orElse(""),
        entry.mailing().unit().flatMap(units::find));
  }

  @PostMapping("/mailings/{id}/called")
  String called(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String state,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    try {
      desk.called(id, viewer.name(), note);
      Told.done(next, "mailings.noted");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
      next.addFlashAttribute("typed", Map.of(id, note));
    }
    return back(state, next);
  }

  @PostMapping("/mailings/{id}/again")
  String again(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String state,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    try {
      desk.again(id, viewer.name());
      Told.done(next, "mailings.goesagain");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return back(state, next);
  }

  /** Ends the pauses, such as when the authorization code was put right. */
  @PostMapping("/mailings/now")
  String now(RedirectAttributes next) {
    post.tryNow();
    Told.done(next, "mailings.trying");
    return "redirect:/mailings";
  }

  private static String back(String state, RedirectAttributes next) {
    if (filter(state).toCall() || filter(state).state().isPresent()) {
      next.addAttribute("state", state);
    }
    return "redirect:/mailings";
  }
}
