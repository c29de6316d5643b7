package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.FormCutter.Cut;
import cn.baosong.desk.FormCutter.Order;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The same cells as the office's own printing shows them. */
final class PrintedCells {
  private static final int DPI = 150;
  private static final double OUTSIDE = 2.5;

  private PrintedCells() {}

  static void draw(Order order, List<Cut> cuts) throws IOException {
    List<FieldPlace> places =
        order.places().stream()
            .filter(p -> cuts.stream().anyMatch(c -> c.field().equals(p.field())))
            .toList();
    TreeSet<Integer> pages =
        places.stream().map(FieldPlace::page).collect(Collectors.toCollection(TreeSet::new));
    try (PDDocument pdf = Loader.loadPDF(order.printed().toFile())) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (int page : pages) {
        Gray drawn = Gray.of(renderer.renderImageWithDPI(page - 1, DPI, ImageType.GRAY));
        for (FieldPlace place : places) {
          if (place.page() == page) {
            draw(drawn, place, order);
          }
        }
      }
    }
  }

  private static void draw(Gray page, FieldPlace place, Order order) throws IOException {
    Area whole = place.label().with(place.value());
    Area shown =
        new Area(
            whole.x() - OUTSIDE,
            whole.y() - OUTSIDE,
            whole.width() + 2 * OUTSIDE,
            whole.height() + 2 * OUTSIDE);
    Gray cell = Cell.of(page, AffineTransform.getScaleInstance(DPI / 72.0, DPI / 72.0), shown, DPI);
    String name = order.places().indexOf(place) + FormCutter.FORM;
    ImageIO.write(Cell.picture(cell), "png", order.target().resolve(name).toFile());
  }
}
