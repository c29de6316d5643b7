package cn.baosong.web.page.dossier;

import cn.baosong.core.check.PapersOf;
import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Covers;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Papers;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parcels that a dossier's paper came in, with the photos of their covers. */
@Component
final class DossierParcels {
  private final Papers papers;
  private final Dossiers dossiers;
  private final Covers covers;
  private final Calls calls;

  DossierParcels(Papers papers, Dossiers dossiers, Covers covers, Calls calls) {
    this.papers = papers;
    this.dossiers = dossiers;
    this.covers = covers;
    this.calls = calls;
  }

  /** One parcel. */
  public record Parcel(PaperRecord paper, List<Cover> covers) {}

  List<Parcel> of(Dossier dossier) {
    List<Dossier> all = dossiers.ofUnit(dossier.call(), dossier.unit());
    return calls.find(dossier.call()).stream()
        .flatMap(
            call ->
                papers.ofUnit(dossier.call(), dossier.unit()).stream()
                    .filter(
                        paper ->
                            paper.candidates().isEmpty()
                                || paper.candidates().stream()
                                    .flatMap(
                                        entry -> PapersOf.meant(entry, all, call.person()).stream())
                                    .anyMatch(d -> d.number().equals(dossier.number()))))
        .map(paper -> new Parcel(paper, covers.of(paper.number())))
        .toList();
  }
}
