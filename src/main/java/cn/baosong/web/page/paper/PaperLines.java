package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Material;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.PaperView;
import java.util.Optional;
import java.util.stream.Stream;

/** Parcels as the list shows them. */
final class PaperLines {
  private final Calls calls;
  private final Units units;
  private final WebOffice office;

  PaperLines(Calls calls, Units units, WebOffice office) {
    this.calls = calls;
    this.units = units;
    this.office = office;
  }

  /**
   * One parcel.
   *
   * @param originals sets of originals in it that are to go back
   * @param awaits whether a second person is to look at it
   * @param mine whether whoever looks has registered it
   */
  public record Line(
      PaperView paper,
      String unit,
      String call,
      int copies,
      int originals,
      boolean awaits,
      boolean mine) {}

  Line line(PaperRecord paper, Viewer viewer) {
    Optional<Call> call = calls.find(paper.call());
    return new Line(
        PaperView.of(paper, office),
        units.find(paper.unit()).map(u -> u.name()).orElse(paper.unit().value()),
        call.map(c -> c.heading().title()).orElse(paper.call().value()),
        counted(paper).mapToInt(e -> e.getValue()).sum(),
        call.map(c -> originals(paper, c)).orElse(0),
        paper.awaitsSecond(),
        paper.by().equals(viewer.name()));
  }

  private static int originals(PaperRecord paper, Call call) {
    var kept = call.materials().stream().filter(Material::originals).map(Material::name).toList();
    return counted(paper).filter(e -> kept.contains(e.getKey())).mapToInt(e -> e.getValue()).sum();
  }

  private static Stream<java.util.Map.Entry<String, Integer>> counted(PaperRecord paper) {
    return paper.candidates().stream().flatMap(c -> c.copies().entrySet().stream());
  }
}
