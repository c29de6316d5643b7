package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Quota;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.CascadeDesk;
import cn.baosong.desk.CascadeDesk.Place;
import cn.baosong.desk.CascadeDesk.Upward;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The chain of receipts and the upper limit, by two queries more where there is a chain. */
@Component
final class CascadeShow {
  private final CascadeDesk desk;
  private final Dossiers dossiers;
  private final Records records;
  private final Registry registry;
  private final WebOffice office;

  CascadeShow(
      CascadeDesk desk, Dossiers dossiers, Records records, Registry registry, WebOffice office) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.records = records;
    this.registry = registry;
    this.office = office;
  }

  /** What stands around the accepted dossiers of the windows below. */
  private record Around(
      Map<DossierNumber, Decision> decisions, Map<SubmissionNumber, SubmissionLine> deliveries) {}

  /** The views of those dossiers that stand in a cascade. */
  Map<DossierNumber, CascadeView> views(List<Dossier> page) {
    Map<DossierNumber, Place> places = desk.places(page);
    List<Dossier> below = places.values().stream().flatMap(p -> p.below().stream()).toList();
    Around around =
        new Around(
            dossiers.standing(below.stream().map(Dossier::number).distinct().toList()),
            records.lines(
                below.stream()
                    .flatMap(d -> Stream.of(d.submission(), d.timedBy()))
                    .distinct()
                    .toList()));
    return places.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> view(e.getValue(), around)));
  }

  private CascadeView view(Place place, Around around) {
    return new CascadeView(
        place.below().stream().map(d -> receipt(d, around)).toList(),
        place.upward().map(CascadeShow::upward));
  }

  private CascadeView.ReceiptView receipt(Dossier dossier, Around around) {
    return new CascadeView.ReceiptView(
        dossier.call().value(),
        dossier.unit().value(),
        registry.unit(Optional.of(dossier.unit())).map(u -> u.name()),
        dossier.number().value(),
        dossier.submission().value(),
        Optional.ofNullable(around.deliveries().get(dossier.submission()))
            .map(line -> line.arrival().digest().hex()),
        Optional.ofNullable(around.deliveries().get(dossier.timedBy()))
            .map(line -> EvidenceView.of(line.arrival(), office)),
        Optional.ofNullable(around.decisions().get(dossier.number()))
            .map(decision -> office.at(decision.asOf())));
  }

  private static CascadeView.UpwardView upward(Upward upward) {
    Optional<Call> above = upward.above();
    Optional<String> kind = upward.parent().kind();
    return new CascadeView.UpwardView(
        upward.parent().call().value(),
        above.map(call -> call.heading().title()),
        kind.map(k -> above.map(call -> call.admission().kinds().getOrDefault(k, k)).orElse(k)),
        upward.limits().stream().flatMap(quota -> limit(quota).stream()).toList(),
        upward.delivered().stream().map(d -> d.number().value()).toList());
  }

  private static Optional<CascadeView.LimitView> limit(Quota quota) {
    return quota
        .limit()
        .map(
            most ->
                new CascadeView.LimitView(
                    quota.id(), quota.category(), most, quota.clause().words()));
  }
}
