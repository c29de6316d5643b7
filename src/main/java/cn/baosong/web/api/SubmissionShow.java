package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Submissions as the interface and the pages show them. */
@Component
public final class SubmissionShow {
  private final Records records;
  private final Submissions submissions;
  private final Dossiers dossiers;
  private final Letters letters;
  private final Registry registry;
  private final SenderShow senders;
  private final WebOffice office;

  SubmissionShow(
      Records records,
      Submissions submissions,
      Dossiers dossiers,
      Letters letters,
      Registry registry,
      SenderShow senders,
      WebOffice office) {
    this.records = records;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.letters = letters;
    this.registry = registry;
    this.senders = senders;
    this.office = office;
  }

  public Page<SubmissionLine> list(Filters.OfSubmissions filter, Window window) {
    return records.submissions(filter, window);
  }

  /** The lines of one page, each with its dossiers, by two queries whatever their number. */
  public List<SubmissionView> views(List<SubmissionLine> lines) {
    Map<SubmissionNumber, List<DossierLine>> filed =
        records.dossiersOf(lines.stream().map(SubmissionLine::number).toList());
    return lines.stream()
        .map(line -> view(line, filed.getOrDefault(line.number(), List.of())))
        .toList();
  }

  public Optional<SubmissionDetail> detail(SubmissionNumber number) {
    return submissions.find(number).map(this::detail);
  }

  private SubmissionView view(SubmissionLine line, List<DossierLine> filed) {
    return SubmissionView.of(line, registry.unit(line.unit()), filed, office);
  }

  private SubmissionDetail detail(Submission submission) {
    SubmissionNumber number = submission.number();
    List<DossierLine> filed = records.dossiersOf(List.of(number)).getOrDefault(number, List.of());
    return new SubmissionDetail(
        view(records.lines(List.of(number)).getOrDefault(number, line(submission)), filed),
        submission.receipts().stream()
            .map(r -> SubmissionDetail.ReceiptView.of(r, office))
            .toList(),
        submission.documents().stream().map(SubmissionDetail.DocumentView::of).toList(),
        submission.sender().map(sender -> senders.of(sender, submission)),
        findings(submission, filed),
        letters.of(number).stream().map(LetterBrief::of).toList(),
        EventView.of(
            records.timelines(List.of(number.value())).getOrDefault(number.value(), List.of()),
            office));
  }

  private static SubmissionLine line(Submission submission) {
    return new SubmissionLine(
        submission.number(),
        submission.publicId(),
        submission.state(),
        submission.call(),
        submission.unit(),
        submission.effective(),
        submission.first().registered(),
        submission.sealedFor().isPresent(),
        submission.waitsForSender(),
        Optional.empty(),
        submission.version());
  }

  /** What was found of the delivery as a whole; its people's own findings stand with them. */
  private List<FindingView> findings(Submission submission, List<DossierLine> filed) {
    Map<DossierNumber, Decision> standing =
        dossiers.standing(filed.stream().map(DossierLine::number).toList());
    Stream<FindingView> judged =
        standing.values().stream()
            .flatMap(decision -> decision.findings().stream())
            .filter(f -> isOfDelivery(f, submission.number()))
            .distinct()
            .map(FindingView::of);
    return Stream.concat(submission.defects().stream().map(FindingView::of), judged)
        .distinct()
        .toList();
  }

  private static boolean isOfDelivery(Finding finding, SubmissionNumber number) {
    return finding.dossier().isEmpty() && finding.submission().equals(number);
  }
}
