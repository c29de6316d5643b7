package cn.baosong.web.page;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Filters;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.NoticeView;
import cn.baosong.web.page.post.MailingRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 文书: every letter, and the hand that stops or releases one. */
@Controller
class LettersPage {
  /** Where a letter is stopped from; no other place is led back to. */
  private static final Pattern PLACES = Pattern.compile("/|/letters|/dossiers/[A-Za-z0-9-]{1,64}");

  private static final int ROWS = 50;

  private final Records records;
  private final HoldDesk desk;
  private final WebOffice office;
  private final MailingRows mailings;

  LettersPage(Records records, HoldDesk desk, WebOffice office, MailingRows mailings) {
    this.records = records;
    this.desk = desk;
    this.office = office;
    this.mailings = mailings;
  }

  @GetMapping("/letters")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Optional<LetterState> inState = named(LetterState.values(), state);
    Optional<LetterKind> ofKind = named(LetterKind.values(), kind);
    Page<Letter> page =
        records.letters(
            new Filters.OfLetters(Optional.empty(), inState, ofKind),
            new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    List<SubmissionNumber> numbers =
        page.items().stream().flatMap(l -> l.submission().stream()).distinct().toList();
    Map<SubmissionNumber, SubmissionLine> lines = records.lines(numbers);
    model.addAttribute("letters", page.items().stream().map(l -> row(l, lines)).toList());
    model.addAttribute(
        "mailed", mailings.ofLetters(page.items().stream().map(Letter::id).toList()));
    model.addAttribute("states", LetterState.values());
    model.addAttribute("kinds", LetterKind.values());
    model.addAttribute("state", inState.orElse(null));
    model.addAttribute("kind", ofKind.orElse(null));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("hand", viewer.is(Role.CLERK));
    return "letters";
  }

  /**
   * @param unsent what it says, while it has not left: nobody releases or stops it unread
   * @param submission id of its page
   */
  record Row(NoticeView letter, Optional<Letter> unsent, String submission) {}

  private Row row(Letter letter, Map<SubmissionNumber, SubmissionLine> lines) {
    return new Row(
        NoticeView.of(letter, office),
        Optional.of(letter).filter(l -> l.state() != LetterState.SENT),
        letter
            .submission()
            .flatMap(number -> Optional.ofNullable(lines.get(number)))
            .map(SubmissionLine::publicId)
            .orElse(""));
  }

  @PostMapping("/letters/{id}/release")
  String release(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    try {
      desk.release(id, viewer.name(), reason);
      Told.done(next, "letters.released");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return "redirect:/letters";
  }

  @PostMapping("/letters/{id}/stop")
  String stop(
      @PathVariable String id,
      @RequestParam String reason,
      @RequestParam(defaultValue = "/letters") String back,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    try {
      desk.stop(id, viewer.name(), reason);
      Told.done(next, "letters.stopped");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return "redirect:" + (PLACES.matcher(back).matches() ? back : "/letters");
  }

  private static <E extends Enum<E>> Optional<E> named(E[] codes, @Nullable String written) {
    return Arrays.stream(codes).filter(code -> code.name().equals(written)).findFirst();
  }
}
