package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Department;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Submissions;
import cn.baosong.web.Registry;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.DossierPast;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the page of one dossier shows. */
@Component
final class DossierSheets {
  private final DossierShow show;
  private final DossierPast past;
  private final Submissions submissions;
  private final Letters letters;
  private final Registry registry;
  private final TimeDrawings drawings;
  private final SecondLooks seconds;

  DossierSheets(
      DossierShow show,
      DossierPast past,
      Submissions submissions,
      Letters letters,
      Registry registry,
      TimeDrawings drawings,
      SecondLooks seconds) {
    this.show = show;
    this.past = past;
    this.submissions = submissions;
    this.letters = letters;
    this.registry = registry;
    this.drawings = drawings;
    this.seconds = seconds;
  }

  /** What of it this viewer may see: the delivery's shared files and letters are the clerks'. */
  DossierSheet of(Dossier dossier, Viewer viewer) {
    boolean whole = viewer.seesAllDossiers();
    DossierView view = show.views(List.of(dossier)).get(0);
    Submission delivery = submissions.find(dossier.submission()).orElseThrow();
    Optional<Call> call = registry.call(Optional.of(dossier.call()));
    List<Letter> told = lettersOf(dossier);
    return new DossierSheet(
        dossier.publicId(),
        view,
        delivery(delivery),
        call,
        dossier.department().map(id -> name(id, call)),
        drawings.of(dossier),
        FieldRow.of(dossier, view.comparisons(), view.findings()),
        dossier.documents().stream().map(FileRow::of).toList(),
        whole ? delivery.documents().stream().map(FileRow::of).toList() : List.of(),
        told.stream().map(LetterRow::of).toList(),
        past.decisions(dossier),
        past.proposal(dossier),
        viewer.seesAllDossiers() ? seconds.of(dossier, call, viewer) : Optional.empty(),
        past.timeline(dossier, told));
  }

  /** Letters that name the dossier, and those that answer its whole delivery. */
  private List<Letter> lettersOf(Dossier dossier) {
    return letters.of(dossier.submission()).stream()
        .filter(l -> l.dossiers().isEmpty() || l.dossiers().contains(dossier.number()))
        .sorted(Comparator.comparingInt(Letter::serial))
        .toList();
  }

  private static DossierSheet.Delivery delivery(Submission submission) {
    Receipt first = submission.first();
    return new DossierSheet.Delivery(
        submission.publicId(),
        submission.number().value(),
        Masking.text(first.name()),
        FileRow.size(first.bytes()),
        first.digest().hex(),
        submission.sealedFor().isPresent());
  }

  private static String name(String id, Optional<Call> call) {
    return call.stream()
        .flatMap(c -> c.departments().stream())
        .filter(d -> d.id().equals(id))
        .map(Department::name)
        .findFirst()
        .orElse(id);
  }
}
