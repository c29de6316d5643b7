package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dossiers as the interface and the pages show them, by few queries whatever their number. */
@Component
public final class DossierShow {
  private final Records records;
  private final Dossiers dossiers;
  private final Registry registry;
  private final CascadeShow cascades;
  private final PendingRulings pending;
  private final WebOffice office;

  DossierShow(
      Records records,
      Dossiers dossiers,
      Registry registry,
      CascadeShow cascades,
      PendingRulings pending,
      WebOffice office) {
    this.records = records;
    this.dossiers = dossiers;
    this.registry = registry;
    this.cascades = cascades;
    this.pending = pending;
    this.office = office;
  }

  /** What belongs to the dossiers of one page. */
  private record Around(
      Map<DossierNumber, Decision> standing,
      Map<SubmissionNumber, SubmissionLine> timing,
      Map<String, List<Records.Event>> timelines,
      Map<DossierNumber, CascadeView> cascades,
      Map<DossierNumber, PendingRuling> pending) {}

  public List<DossierView> views(List<Dossier> page) {
    List<DossierNumber> numbers = page.stream().map(Dossier::number).toList();
    Around around =
        new Around(
            dossiers.standing(numbers),
            records.lines(page.stream().map(Dossier::timedBy).distinct().toList()),
            records.timelines(numbers.stream().map(DossierNumber::value).toList()),
            cascades.views(page),
            pending.awaiting(numbers));
    return page.stream().map(dossier -> view(dossier, around)).toList();
  }

  private DossierView view(Dossier dossier, Around around) {
    Optional<Decision> decision = Optional.ofNullable(around.standing().get(dossier.number()));
    return new DossierView(
        dossier.number().value(),
        dossier.submission().value(),
        dossier.timedBy().value(),
        dossier.call().value(),
        decision.map(d -> d.callVersion().value()),
        dossier.unit().value(),
        registry.unit(Optional.of(dossier.unit())).map(u -> u.name()),
        dossier.rank(),
        dossier.category(),
        DossierView.CandidateView.of(dossier.candidate()),
        dossier.state().name(),
        decision.stream()
            .flatMap(d -> d.findings().stream())
            .filter(Finding::isTold)
            .map(FindingView::of)
            .toList(),
        decision.stream()
            .flatMap(d -> d.findings().stream())
            .flatMap(f -> ComparisonView.of(f).stream())
            .toList(),
        decision.map(d -> DecisionView.of(d, office)),
        dossier.department(),
        dossier.supersedes().map(DossierNumber::value),
        dossier.correction().map(this::correction),
        dossier.version(),
        Optional.ofNullable(around.timing().get(dossier.timedBy()))
            .map(line -> EvidenceView.of(line.arrival(), office)),
        Optional.ofNullable(around.cascades().get(dossier.number())),
        Optional.ofNullable(around.pending().get(dossier.number()))
            .map(pending -> PendingRulingView.of(pending, office)),
        EventView.of(around.timelines().getOrDefault(dossier.number().value(), List.of()), office));
  }

  private DossierView.CorrectionView correction(Correction term) {
    return new DossierView.CorrectionView(
        office.at(term.opened()), term.due().map(LocalDate::toString));
  }
}
