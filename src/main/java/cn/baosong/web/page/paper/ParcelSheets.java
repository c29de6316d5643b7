package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.core.check.Copies;
import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Act;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Covers;
import cn.baosong.desk.Originals;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.EventView;
import cn.baosong.web.api.OriginalView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the page of one parcel shows. */
@Component
class ParcelSheets {
  private final PaperDesk desk;
  private final Covers covers;
  private final Records records;
  private final Calls calls;
  private final Units units;
  private final WebOffice office;
  private final Originals originals;

  ParcelSheets(
      PaperDesk desk,
      Covers covers,
      Records records,
      Calls calls,
      Units units,
      WebOffice office,
      Originals originals) {
    this.originals = originals;
    this.desk = desk;
    this.covers = covers;
    this.records = records;
    this.calls = calls;
    this.units = units;
    this.office = office;
  }

  ParcelSheet of(PaperRecord paper, Viewer viewer) {
    Optional<Call> call = calls.find(paper.call());
    return new ParcelSheet(
        new PaperLines(calls, units, office, originals).line(paper, viewer),
        covers.of(paper.number()),
        call.map(c -> people(paper, c)).orElse(List.of()),
        call.map(c -> ofUnit(paper, c)).orElse(List.of()),
        originals.of(paper.number()).stream().map(o -> OriginalView.of(o, office)).toList(),
        timeline(paper));
  }

  /** What happened to the parcel, its photos and its originals, the oldest first. */
  private List<EventView> timeline(PaperRecord paper) {
    List<String> subjects =
        Stream.of(
                Stream.of(paper.number().value()),
                covers.of(paper.number()).stream().map(Cover::id),
                originals.of(paper.number()).stream().map(Original::id))
            .flatMap(s -> s)
            .toList();
    return EventView.of(
        records.timelines(subjects).values().stream()
            .flatMap(List::stream)
            .filter(event -> event.act().kind() != Act.Kind.MATERIAL_READ)
            .sorted(Comparator.comparing(Records.Event::at))
            .toList(),
        office);
  }

  private List<ParcelSheet.Person> people(PaperRecord paper, Call call) {
    return desk.filed(paper).stream()
        .map(
            filed ->
                new ParcelSheet.Person(
                    Masking.text(filed.person().name()),
                    filed.dossiers().stream().reduce((a, b) -> b).map(ParcelSheets::filed),
                    copies(filed.person(), call)))
        .toList();
  }

  private static ParcelSheet.Filed filed(Dossier dossier) {
    return new ParcelSheet.Filed(
        dossier.number().value(), dossier.publicId(), dossier.state().name());
  }

  private static List<ParcelSheet.Count> ofUnit(PaperRecord paper, Call call) {
    return Sheet.of(call).ofUnit().stream()
        .map(
            m ->
                new ParcelSheet.Count(
                    m.name(),
                    m.required() ? m.copies() : 0,
                    Copies.cameOfUnit(m, paper.candidates(), call.materials()),
                    false))
        .toList();
  }

  /** Nothing is short where nothing was counted. */
  private static List<ParcelSheet.Count> copies(PaperRecord.Candidate person, Call call) {
    return Sheet.of(call).materials().stream()
        .map(
            m ->
                new ParcelSheet.Count(
                    m.name(),
                    m.required() ? m.copies() : 0,
                    Optional.of(person.copies())
                        .filter(counted -> !counted.isEmpty())
                        .map(counted -> Copies.came(m, counted, call.materials())),
                    m.originals()))
        .toList();
  }
}
