package cn.baosong.print;

import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.FieldPlace;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the cells of a laid-out form came to stand. */
final class FieldPlaces {
  private static final Pattern CELLS =
      Pattern.compile("[" + FormPage.LABELLED + FormPage.VALUED + "][0-9]+");

  /** Points of an A4 page. */
  private static final double HIGH = 842;

  private FieldPlaces() {}

  /** One that parts between pages has no place that could be cut out. */
  static List<FieldPlace> of(PdfBoxRenderer laid, List<String> fields) {
    Map<String, PagePosition<Box>> cells = new HashMap<>();
    Set<String> parted = new HashSet<>();
    for (PagePosition<Box> cell : laid.findPagePositionsByID(CELLS)) {
      if (cells.put(cell.getId(), cell) != null) {
        parted.add(cell.getId());
      }
    }
    List<FieldPlace> places = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      PagePosition<Box> label = cells.get(FormPage.LABELLED + i);
      PagePosition<Box> value = cells.get(FormPage.VALUED + i);
      if (label != null
          && value != null
          && label.getPageNo() == value.getPageNo()
          && !parted.contains(value.getId())) {
        places.add(new FieldPlace(fields.get(i), value.getPageNo() + 1, area(label), area(value)));
      }
    }
    return places;
  }

  /** A PDF counts from below. */
  private static Area area(PagePosition<Box> cell) {
    return new Area(
        cell.getX(), HIGH - cell.getY() - cell.getHeight(), cell.getWidth(), cell.getHeight());
  }
}
