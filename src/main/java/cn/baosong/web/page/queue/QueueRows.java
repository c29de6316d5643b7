package cn.baosong.web.page.queue;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Document;
import cn.baosong.desk.Consignments;
import cn.baosong.desk.Consignments.Journey;
import cn.baosong.desk.Records.QueueLine;
import cn.baosong.web.Registry;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Entries of a queue as its page and its lists show them, people masked. */
@Component
class QueueRows {
  private final DossierShow dossiers;
  private final Registry registry;
  private final Consignments consignments;

  QueueRows(DossierShow dossiers, Registry registry, Consignments consignments) {
    this.dossiers = dossiers;
    this.registry = registry;
    this.consignments = consignments;
  }

  /**
   * One entry.
   *
   * @param call title of the call
   * @param mine whether the viewer has claimed it
   * @param files what the package holds of the candidate
   * @param journey how the case fares on its way to the department's own system
   */
  public record Row(
      DossierView dossier,
      String publicId,
      String call,
      QueueEntry.State state,
      Optional<String> by,
      Optional<String> reason,
      Instant since,
      boolean mine,
      List<File> files,
      Optional<Journey> journey) {}

  /**
   * A file of the package.
   *
   * @param digest SHA-256
   */
  public record File(String path, long bytes, String digest) {
    static File of(Document document) {
      return new File(Masking.text(document.path()), document.bytes(), document.digest().hex());
    }
  }

  List<Row> of(List<QueueLine> lines, Viewer viewer) {
    Map<String, DossierView> views =
        dossiers.views(lines.stream().map(QueueLine::dossier).toList()).stream()
            .collect(Collectors.toMap(DossierView::number, Function.identity()));
    Map<DossierNumber, Journey> journeys =
        consignments.journeys(lines.stream().map(line -> line.dossier().number()).toList());
    return lines.stream()
        .map(
            line ->
                row(
                    line,
                    views,
                    viewer,
                    Optional.ofNullable(journeys.get(line.dossier().number()))))
        .toList();
  }

  private Row row(
      QueueLine line, Map<String, DossierView> views, Viewer viewer, Optional<Journey> journey) {
    QueueEntry entry = line.entry();
    Dossier dossier = line.dossier();
    DossierView view = views.get(dossier.number().value());
    if (view == null) {
      throw new IllegalStateException("no view of " + dossier.number());
    }
    return new Row(
        view,
        dossier.publicId(),
        registry
            .call(Optional.of(dossier.call()))
            .map(c -> c.heading().title())
            .orElse(dossier.call().value()),
        entry.state(),
        entry.by(),
        entry.reason(),
        entry.since(),
        entry.by().equals(Optional.of(viewer.name())),
        dossier.documents().stream().map(File::of).toList(),
        journey);
  }
}
