package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Material;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Originals;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.PaperView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parcels as the list shows them. */
final class PaperLines {
  private final Calls calls;
  private final Units units;
  private final WebOffice office;
  private final Originals originals;

  PaperLines(Calls calls, Units units, WebOffice office, Originals originals) {
    this.calls = calls;
    this.units = units;
    this.office = office;
    this.originals = originals;
  }

  /**
   * One parcel.
   *
   * @param originals sets of its originals that the unit does not have back yet
   * @param halves how the electronic halves of its people stand, each state once
   * @param awaits whether a second person is to look at it
   * @param mine whether whoever looks has registered it
   */
  public record Line(
      PaperView paper,
      String unit,
      String call,
      int copies,
      int originals,
      List<String> halves,
      boolean awaits,
      boolean mine) {}

  /** The parcels of a list, each with how its people's other halves stand. */
  List<Line> lines(List<PaperRecord> papers, PaperDesk desk, Viewer viewer) {
    Map<PaperNumber, List<PaperDesk.Filed>> filed = desk.filed(papers);
    return papers.stream()
        .map(paper -> line(paper, halves(filed.getOrDefault(paper.number(), List.of())), viewer))
        .toList();
  }

  private static List<String> halves(List<PaperDesk.Filed> people) {
    return people.stream()
        .flatMap(person -> person.dossiers().stream().reduce((a, b) -> b).stream())
        .map(dossier -> dossier.state().name())
        .distinct()
        .sorted()
        .toList();
  }

  Line line(PaperRecord paper, Viewer viewer) {
    return line(paper, List.of(), viewer);
  }

  private Line line(PaperRecord paper, List<String> halves, Viewer viewer) {
    Optional<Call> call = calls.find(paper.call());
    return new Line(
        PaperView.of(paper, office),
        units.find(paper.unit()).map(u -> u.name()).orElse(paper.unit().value()),
        call.map(c -> c.heading().title()).orElse(paper.call().value()),
        counted(paper).mapToInt(e -> e.getValue()).sum(),
        call.filter(c -> c.materials().stream().anyMatch(Material::originals))
            .map(c -> notReturned(paper))
            .orElse(0),
        halves,
        paper.awaitsSecond(),
        paper.by().equals(viewer.name()));
  }

  private int notReturned(PaperRecord paper) {
    return originals.of(paper.number()).stream()
        .filter(o -> o.state() != Original.State.RETURNED)
        .mapToInt(Original::sets)
        .sum();
  }

  private static Stream<Map.Entry<String, Integer>> counted(PaperRecord paper) {
    return paper.candidates().stream().flatMap(c -> c.copies().entrySet().stream());
  }
}
