package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The same cells as the office's own printing shows them. */
final class PrintedCells implements AutoCloseable {
  private final PDDocument pdf;
  private final PDFRenderer renderer;
  private final Map<Integer, Gray> pages = new HashMap<>();

  PrintedCells(Path printed) throws IOException {
    this.pdf = Loader.loadPDF(printed.toFile());
    this.renderer = new PDFRenderer(pdf);
  }

  /**
   * A part of a page, at {@link SameInk#DPI}.
   *
   * @param page of the form, from 1
   */
  Gray cell(int page, Area area) throws IOException {
    double scale = SameInk.DPI / 72.0;
    return Cell.of(page(page), AffineTransform.getScaleInstance(scale, scale), area, SameInk.DPI);
  }

  private Gray page(int number) throws IOException {
    Gray drawn = pages.get(number);
    if (drawn == null) {
      drawn = Gray.of(renderer.renderImageWithDPI(number - 1, SameInk.DPI, ImageType.GRAY));
      pages.put(number, drawn);
    }
    return drawn;
  }

  @Override
  public void close() throws IOException {
    pdf.close();
  }
}
