package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.FormCutter.Cut;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Cuts one cell out of a page: once to be looked at, and thrice to be read. */
record CellCut(Path target, Gray page, Frame frame, int at, PrintedCells printed) {
  /** To be read: a character of 10.5 points then has some 44 pixels. */
  private static final int READ = 300;

  /** Points from an edge's middle to where no ruled line is left. */
  private static final double INSIDE = 2.2;

  /** What is shown has a little of its neighbours, so that a doubtful cut is seen to be one. */
  private static final double OUTSIDE = 2.5;

  /** Pixels of white that a reader of text wants around it. */
  private static final int RIM = 24;

  /** Pixels around what was taken for writing that are kept. */
  private static final int NEAR = 7;

  /** Pixels from one line to the next. */
  private static final double LINE = 10.5 * 1.45 * READ / 72;

  Cut cut(FieldPlace place, String name, double believed) throws IOException {
    Area whole = place.label().with(place.value());
    Area shown =
        new Area(
            whole.x() - OUTSIDE,
            whole.y() - OUTSIDE,
            whole.width() + 2 * OUTSIDE,
            whole.height() + 2 * OUTSIDE);
    save(Cell.stretched(looked(shown)), name + FormCutter.PAPER);
    save(printed.cell(place.page(), shown), name + FormCutter.FORM);
    boolean sure = frame.ruled() >= believed;
    Gray plain = Cell.of(page, frame.place(), inside(place.value()), READ);
    Gray calm = Cell.calm(plain);
    Optional<Ink> ink = Ink.in(calm);
    if (ink.isPresent() && sure) {
      save(framed(Cell.stretched(calm), ink.get()), name + FormCutter.TO_READ.get(0));
      save(framed(Cell.stretched(plain), ink.get()), name + FormCutter.TO_READ.get(1));
      save(framed(Cell.blackAndWhite(calm), ink.get()), name + FormCutter.TO_READ.get(2));
    }
    int lines = ink.map(CellCut::lines).orElse(0);
    boolean unlike = !sure || !isAsPrinted(place);
    return new Cut(place.field(), at, box(place.value()), sure, ink.isEmpty(), unlike, lines, name);
  }

  private boolean isAsPrinted(FieldPlace place) throws IOException {
    Area inside = inside(place.value());
    return SameInk.is(looked(inside), printed.cell(place.page(), inside));
  }

  private Gray looked(Area area) {
    return Cell.of(page, frame.place(), area, SameInk.DPI);
  }

  /** Two characters are wider than one line is high. */
  private static int lines(Ink ink) {
    return ink.width() < LINE ? 0 : Math.max(1, (int) Math.round(ink.height() / LINE + 0.3));
  }

  private static Area inside(Area cell) {
    return new Area(
        cell.x() + INSIDE,
        cell.y() + INSIDE,
        cell.width() - 2 * INSIDE,
        cell.height() - 2 * INSIDE);
  }

  /** Around the writing, on white. */
  private static Gray framed(Gray cell, Ink ink) {
    int wide = ink.width() + 2 * RIM;
    int high = ink.height() + 2 * RIM;
    byte[] out = new byte[wide * high];
    java.util.Arrays.fill(out, (byte) 255);
    for (int y = Math.max(0, ink.top() - NEAR);
        y < Math.min(cell.height(), ink.below() + NEAR);
        y++) {
      for (int x = Math.max(0, ink.left() - NEAR);
          x < Math.min(cell.width(), ink.right() + NEAR);
          x++) {
        out[(y - ink.top() + RIM) * wide + x - ink.left() + RIM] =
            cell.shades()[y * cell.width() + x];
      }
    }
    return new Gray(out, wide, high);
  }

  private Area box(Area cell) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double below = 0;
    for (double[] corner :
        new double[][] {
          {cell.x(), cell.y()},
          {cell.right(), cell.y()},
          {cell.x(), cell.bottom()},
          {cell.right(), cell.bottom()}
        }) {
      Point2D pixel = frame.place().transform(new Point2D.Double(corner[0], corner[1]), null);
      left = Math.min(left, pixel.getX());
      top = Math.min(top, pixel.getY());
      right = Math.max(right, pixel.getX());
      below = Math.max(below, pixel.getY());
    }
    return new Area(
        part(left, page.width()),
        part(top, page.height()),
        part(right - left, page.width()),
        part(below - top, page.height()));
  }

  /** A ten-thousandth is finer than any scanner. */
  private static double part(double pixels, int all) {
    return Math.round(10_000 * pixels / all) / 10_000.0;
  }

  private void save(Gray cell, String name) throws IOException {
    ImageIO.write(Cell.picture(cell), "png", target.resolve(name).toFile());
  }
}
