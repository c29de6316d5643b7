package cn.baosong.web.page;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.api.FindingView;
import cn.baosong.web.api.SubmissionDetail;
import cn.baosong.web.api.SubmissionShow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One submission with its people. */
@Controller
class DetailPage {
  private final Records records;
  private final SubmissionShow submissions;
  private final DossierShow dossiers;
  private final Registry registry;

  DetailPage(Records records, SubmissionShow submissions, DossierShow dossiers, Registry registry) {
    this.records = records;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.registry = registry;
  }

  @GetMapping("/submissions/{publicId}")
  String submission(@PathVariable String publicId, Model model) {
    Submission submission =
        records
            .submissionByPublicId(publicId)
            .orElseThrow(() -> Refusal.notFound("", "没有这份报送。", "There is no such submission."));
    Page<Dossier> filed =
        records.dossiers(
            new Filters.OfDossiers(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(submission.number()),
                Optional.empty()),
            Window.first(Window.MOST));
    SubmissionDetail detail = submissions.detail(submission.number()).orElseThrow();
    List<DossierView> people =
        dossiers.views(filed.items()).stream()
            .sorted(Comparator.comparing(DossierView::number))
            .toList();
    model.addAttribute("detail", detail);
    model.addAttribute("call", registry.call(submission.call()).orElse(null));
    model.addAttribute("dossiers", people);
    model.addAttribute(
        "ids",
        filed.items().stream()
            .collect(Collectors.toMap(d -> d.number().value(), Dossier::publicId)));
    model.addAttribute("own", own(people, detail));
    return "submission";
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
}
