package cn.baosong.web.page.submission;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.api.FindingView;
import cn.baosong.web.api.SenderView;
import cn.baosong.web.api.SubmissionDetail;
import cn.baosong.web.api.SubmissionShow;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delivery with its people, why it waits, and what a clerk can do about it. */
@Controller
class SubmissionPage {
  private final Records records;
  private final SubmissionShow submissions;
  private final DossierShow dossiers;
  private final Registry registry;
  private final Assignments assignments;
  private final ClearanceDesk clearance;

  SubmissionPage(
      Records records,
      SubmissionShow submissions,
      DossierShow dossiers,
      Registry registry,
      Assignments assignments,
      ClearanceDesk clearance) {
    this.records = records;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.registry = registry;
    this.assignments = assignments;
    this.clearance = clearance;
  }

  @GetMapping("/submissions/{publicId}")
  String submission(
      @PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model) {
    Submission submission = find(publicId);
    SubmissionDetail detail = submissions.detail(submission.number()).orElseThrow();
    List<Dossier> filed = filed(submission);
    List<DossierView> people =
        dossiers.views(filed).stream().sorted(Comparator.comparing(DossierView::number)).toList();
    model.addAttribute("publicId", publicId);
    model.addAttribute("detail", detail);
    model.addAttribute("call", registry.call(submission.call()).orElse(null));
    model.addAttribute("dossiers", people);
    model.addAttribute(
        "ids",
        filed.stream().collect(Collectors.toMap(d -> d.number().value(), Dossier::publicId)));
    model.addAttribute("own", own(people, detail));
    boolean clerk = viewer.is(Role.CLERK);
    model.addAttribute(
        "restores", clerk && detail.sender().filter(SenderView::dismissed).isPresent());
    model.addAttribute("clears", clerk && isHeld(submission, detail));
    model.addAttribute("reads", clerk && SenderDesk.isWordsOnly(submission));
    model.addAttribute("words", submission.mail().map(m -> Masking.text(m.text())).orElse(""));
    if (clerk && submission.state() == SubmissionState.UNASSIGNED) {
      model.addAttribute("assign", assignments.shown(List.of(publicId)));
      model.addAttribute("typed", new AssignmentForm(List.of(publicId), null, null, null, null));
      model.addAttribute("faults", Map.of());
    }
    return "submission";
  }

  /**
   * Lets it be opened, or has its original sealed. A conflict changes nothing and keeps the words.
   */
  @PostMapping("/submissions/{publicId}/clearance")
  String clear(
      @PathVariable String publicId,
      @RequestParam ClearanceDesk.Clearance ruling,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam int expectedVersion,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told)
      throws IOException {
    Submission submission = find(publicId);
    Optional<String> refused =
        reason.isBlank()
            ? Optional.of(chinese() ? "请写明依据。" : "State what it rests on.")
            : ruled(
                submission,
                new ClearanceDesk.Ruling(ruling, viewer.name(), reason.strip(), expectedVersion));
    refused.ifPresentOrElse(
        why -> told.addFlashAttribute("refused", why).addFlashAttribute("reason", reason),
        () -> told.addFlashAttribute("cleared", ruling.name()));
    return "redirect:/submissions/" + publicId;
  }

  private Optional<String> ruled(Submission submission, ClearanceDesk.Ruling ruling)
      throws IOException {
    try {
      clearance.rule(submission.number(), ruling);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(chinese() ? refusal.chinese() : refusal.english());
    }
  }

  private Submission find(String publicId) {
    return records
        .submissionByPublicId(publicId)
        .orElseThrow(() -> Refusal.notFound("", "没有这份报送。", "There is no such submission."));
  }

  private static boolean isHeld(Submission submission, SubmissionDetail detail) {
    return submission.state() == SubmissionState.IN_REVIEW
        || detail.submission().unscannedSince().isPresent();
  }

  private List<Dossier> filed(Submission submission) {
    return records
        .dossiers(
            new Filters.OfDossiers(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(submission.number()),
                Optional.empty()),
            Window.first(Window.MOST))
        .items();
  }

  /** The findings of each person without those that are told once for the delivery. */
  private static Map<String, List<FindingView>> own(
      List<DossierView> people, SubmissionDetail detail) {
    return people.stream()
        .collect(
            Collectors.toMap(
                DossierView::number,
                d -> d.findings().stream().filter(f -> !detail.findings().contains(f)).toList()));
  }

  private static boolean chinese() {
    return LocaleContextHolder.getLocale().getLanguage().equals("zh");
  }
}
