package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.PageSeen;
import cn.baosong.desk.FormCutter.Cut;
import cn.baosong.desk.FormCutter.Cuts;
import cn.baosong.desk.FormCutter.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a form's cells out of one scan, page by page; no page is kept in memory after it. */
public final class FormCuts {
  /** Part of the cells' edges that must be seen for the places to be believed. */
  private static final double BELIEVED = 0.6;

  private final Order order;
  private final PrintedCells printed;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<PageSeen> pages = new ArrayList<>();
  private final Map<Integer, Integer> seen = new HashMap<>();

  private FormCuts(Order order, PrintedCells printed) {
    this.order = order;
    this.printed = printed;
  }

  /**
   * Cuts what can be cut out; a page that cannot be read is told as unknown.
   *
   * @param mostPages pages that are looked at
   * @throws IOException when our own disk fails
   */
  public static Cuts of(Order order, int mostPages) throws IOException {
    try (PrintedCells printed = new PrintedCells(order.printed())) {
      FormCuts cutter = new FormCuts(order, printed);
      ScanPages.each(order.file(), mostPages, cutter::page);
      return new Cuts(cutter.cuts, cutter.pages);
    }
  }

  /**
   * @param views the pictures of one page of the file, the largest first
   */
  private void page(int at, List<Gray> views) throws IOException {
    boolean another = false;
    for (Gray view : views) {
      List<SeenCode> codes = Codes.seenOn(view);
      Optional<SeenCode> own = codes.stream().filter(this::isOwn).findFirst();
      if (own.isPresent()) {
        form(at, own.get(), view);
        return;
      }
      another |= !codes.isEmpty();
    }
    PageSeen.Kind kind =
        another
            ? PageSeen.Kind.ANOTHER
            : views.stream().allMatch(Blank::is) ? PageSeen.Kind.BLANK : PageSeen.Kind.UNKNOWN;
    pages.add(new PageSeen(at, kind, 0, 0, 0));
  }

  private boolean isOwn(SeenCode code) {
    return code.mark().call().equals(order.call())
        && code.mark().reference().equals(order.reference());
  }

  private void form(int at, SeenCode code, Gray scanned) throws IOException {
    Gray page = Contrast.whole(scanned);
    int of = code.mark().page();
    List<FieldPlace> places = order.places().stream().filter(p -> p.page() == of).toList();
    Frame frame = Frame.of(code, edges(places), page);
    Integer first = seen.putIfAbsent(of, at);
    pages.add(
        new PageSeen(
            at,
            first == null ? PageSeen.Kind.FORM : PageSeen.Kind.DUPLICATE,
            frame.turned(),
            frame.skew(),
            first == null ? of : first));
    if (first == null) {
      CellCut cut = new CellCut(order.target(), page, frame, at, printed);
      for (FieldPlace place : places) {
        cuts.add(cut.cut(place, name(place), BELIEVED));
      }
    }
  }

  private String name(FieldPlace place) {
    return String.valueOf(order.places().indexOf(place));
  }

  private static List<Area> edges(List<FieldPlace> places) {
    List<Area> edges = new ArrayList<>();
    for (FieldPlace place : places) {
      edges.add(place.label());
      edges.add(place.value());
    }
    return edges;
  }
}
