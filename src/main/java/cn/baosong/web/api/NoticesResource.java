package cn.baosong.web.api;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Filters;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters sent and waiting; a person stops one that is about to leave, or releases one. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices")
class NoticesResource {
  private static final String LIST = "notices";

  private final Records records;
  private final Letters letters;
  private final Mailings mailings;
  private final HoldDesk desk;
  private final WebOffice office;

  NoticesResource(
      Records records, Letters letters, Mailings mailings, HoldDesk desk, WebOffice office) {
    this.records = records;
    this.letters = letters;
    this.mailings = mailings;
    this.desk = desk;
    this.office = office;
  }

  record ReasonBody(@Nullable String reason) {}

  @GetMapping
  @Parameter(name = "submission", in = ParameterIn.QUERY)
  @Parameter(name = "state", in = ParameterIn.QUERY)
  @Parameter(name = "kind", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<NoticeView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "submission", "state", "kind");
    Filters.OfLetters filter =
        new Filters.OfLetters(
            query.value("submission", SubmissionNumber::new),
            query.code("state", LetterState.class),
            query.code("kind", LetterKind.class));
    Page<Letter> page = records.letters(filter, query.window());
    Map<String, List<Mailings.Entry>> mailed =
        mailings.ofLetters(page.items().stream().map(Letter::id).toList());
    return ListBody.of(LIST, page, letter -> view(letter, mailed));
  }

  @GetMapping("/{id:[^.]+}")
  NoticeView one(@PathVariable String id) {
    Letter letter =
        letters
            .find(id)
            .orElseThrow(() -> Refusal.notFound("id", "没有这份文书。", "There is no such letter."));
    return view(letter);
  }

  @PostMapping("/{id}/stop")
  NoticeView stop(
      @PathVariable String id,
      @RequestBody ReasonBody body,
      @AuthenticationPrincipal Viewer viewer) {
    return view(desk.stop(id, viewer.name(), reason(body)));
  }

  @PostMapping("/{id}/release")
  NoticeView release(
      @PathVariable String id,
      @RequestBody ReasonBody body,
      @AuthenticationPrincipal Viewer viewer) {
    return view(desk.release(id, viewer.name(), reason(body)));
  }

  private NoticeView view(Letter letter) {
    return view(letter, mailings.ofLetters(List.of(letter.id())));
  }

  private NoticeView view(Letter letter, Map<String, List<Mailings.Entry>> mailed) {
    return NoticeView.of(letter, mailed.getOrDefault(letter.id(), List.of()), office);
  }

  private static String reason(ReasonBody body) {
    return Fields.optional(body.reason()).orElse("");
  }
}
