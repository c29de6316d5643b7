package cn.baosong.web.page;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.SubmissionShow;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One submission with its people, and the list of people in a state. */
@Controller
class DetailPage {
  private static final int PEOPLE = 50;

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
    model.addAttribute("detail", submissions.detail(submission.number()).orElseThrow());
    model.addAttribute("call", registry.call(submission.call()).orElse(null));
    model.addAttribute("dossiers", dossiers.views(filed.items()));
    return "submission";
  }

  @GetMapping("/dossiers")
  String dossiers(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      Model model) {
    Optional<DossierState> wanted =
        Arrays.stream(DossierState.values()).filter(s -> s.name().equals(state)).findFirst();
    Page<Dossier> page =
        records.dossiers(
            new Filters.OfDossiers(
                wanted,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Window(PEOPLE, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("state", wanted.orElse(null));
    model.addAttribute("counts", records.dossierCounts());
    model.addAttribute("dossiers", dossiers.views(page.items()));
    model.addAttribute(
        "links", records.lines(page.items().stream().map(Dossier::submission).distinct().toList()));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    return "dossiers";
  }
}
