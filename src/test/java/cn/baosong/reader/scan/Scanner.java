package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Prints a form and scans it: pages as pictures at 200 dots an inch, spoiled as asked. */
public final class Scanner {
  private static final int DPI = 200;

  private Scanner() {}

  /** The pages of a printed form as a scanner of good paper sees them. */
  public static List<BufferedImage> pages(byte[] printed) throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(printed)) {
      for (int i = 0; i < pdf.getNumberOfPages(); i++) {
        pages.add(new PDFRenderer(pdf).renderImageWithDPI(i, DPI, ImageType.RGB));
      }
    }
    return pages;
  }

  /** What stands at a place of one page put over the same place of another. */
  public static void paste(BufferedImage from, BufferedImage onto, Area place) {
    int left = pixels(place.x() - 1);
    int top = pixels(place.y() - 1);
    int wide = pixels(place.width() + 2);
    int high = pixels(place.height() + 2);
    Graphics2D paper = onto.createGraphics();
    paper.drawImage(from.getSubimage(left, top, wide, high), left, top, null);
    paper.dispose();
  }

  /** What stands at a place wiped away, and another text put there in a font of its own. */
  public static void write(BufferedImage page, Area place, String text, Font font) {
    Graphics2D paper = page.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(
        pixels(place.x() + 1.5),
        pixels(place.y() + 1.5),
        pixels(place.width() - 3),
        pixels(place.height() - 3));
    paper.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    paper.setColor(Color.BLACK);
    paper.setFont(font.deriveFont((float) pixels(10.5)));
    int rise = Math.round(paper.getFontMetrics().getAscent() * 0.38f);
    paper.drawString(text, pixels(place.x() + 5.5), pixels(place.y() + place.height() / 2) + rise);
    paper.dispose();
  }

  /** What a pen does to a place: a line through what is printed there, or a word after it. */
  public enum Pen {
    LINE,
    WAVES,
    WORD,
    WHITE_OUT
  }

  /**
   * A place worked on with a pen of half a millimetre, as a hand does that corrects.
   *
   * @param from where what is printed begins, in points; {@code to} where it ends
   */
  public static void penned(BufferedImage page, Area place, Pen pen, double from, double to) {
    Graphics2D hand = page.createGraphics();
    hand.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hand.setColor(new Color(30, 30, 120));
    hand.setStroke(new BasicStroke(4));
    int left = pixels(from);
    int right = pixels(to);
    int middle = pixels(place.y() + place.height() / 2);
    int half = pixels(5);
    switch (pen) {
      case LINE -> hand.drawLine(left, middle, right, middle + 3);
      case WAVES -> {
        for (int x = left; x < right; x += 16) {
          hand.draw(new QuadCurve2D.Double(x, middle, x + 4, middle - half, x + 8, middle));
          hand.draw(new QuadCurve2D.Double(x + 8, middle, x + 12, middle + half, x + 16, middle));
        }
      }
      case WORD -> {
        hand.drawLine(right + 8, middle - half, right + 8, middle + half);
        hand.drawLine(right + 2, middle - half / 2, right + 24, middle - half / 2);
        hand.drawLine(right + 24, middle - half / 2, right + 14, middle + half);
      }
      case WHITE_OUT -> {
        hand.setColor(Color.WHITE);
        hand.fillRect(left, middle - 2 * half, (right - left) / 2, 4 * half);
      }
    }
    hand.dispose();
  }

  /** By a scanner of other dots, none of which lies upon another's. */
  static BufferedImage scaled(BufferedImage page, double by) {
    BufferedImage sheet =
        new BufferedImage(
            (int) (page.getWidth() * by),
            (int) (page.getHeight() * by),
            BufferedImage.TYPE_INT_RGB);
    AffineTransform place = AffineTransform.getTranslateInstance(0.37, 0.61);
    place.scale(by, by);
    return drawn(sheet, paper -> paper.drawImage(page, place, null));
  }

  /** A copier's: nothing between black and white. */
  static BufferedImage blackAndWhite(BufferedImage page) {
    return shaded(page, shade -> shade < 150 ? 0 : 255);
  }

  private static int pixels(double points) {
    return (int) Math.round(points * DPI / 72);
  }

  /** Fed in askew, on grayish paper, by a scanner with dust on its glass. */
  public static BufferedImage askew(BufferedImage page) {
    return noisy(rotated(page, 3));
  }

  /** The whole page, on a sheet that is large enough for it. */
  public static BufferedImage rotated(BufferedImage page, double degrees) {
    double turn = Math.toRadians(degrees);
    int wide = page.getWidth();
    int high = page.getHeight();
    double across = Math.abs(Math.cos(turn));
    double along = Math.abs(Math.sin(turn));
    BufferedImage sheet =
        new BufferedImage(
            (int) (wide * across + high * along),
            (int) (wide * along + high * across),
            BufferedImage.TYPE_INT_RGB);
    AffineTransform place =
        AffineTransform.getTranslateInstance(sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
    place.rotate(turn);
    place.translate(-wide / 2.0, -high / 2.0);
    return drawn(sheet, paper -> paper.drawImage(page, place, null));
  }

  /** The same noise each time. */
  public static BufferedImage noisy(BufferedImage page) {
    Random dust = new Random(1);
    return shaded(page, shade -> (int) (shade * 0.85 + 15 + dust.nextGaussian() * 18));
  }

  /** A worn toner: between two shades of gray. */
  public static BufferedImage pale(BufferedImage page) {
    return shaded(page, shade -> 150 + shade * 45 / 255);
  }

  private static BufferedImage shaded(BufferedImage page, IntUnaryOperator shade) {
    BufferedImage out = drawn(page, paper -> paper.drawImage(page, 0, 0, null));
    int[] pixels = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int s = Math.max(0, Math.min(255, shade.applyAsInt(pixels[i] & 0xFF)));
      pixels[i] = s << 16 | s << 8 | s;
    }
    return out;
  }

  static BufferedImage blank() {
    return drawn(new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB), paper -> {});
  }

  /** Pages as the pictures of a PDF, which is what a scanner writes. */
  public static byte[] pdf(List<BufferedImage> pages) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (BufferedImage page : pages) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        try (PDPageContentStream out = new PDPageContentStream(pdf, sheet)) {
          out.drawImage(
              JPEGFactory.createFromImage(pdf, page, 0.75f),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] picture(BufferedImage page, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(page, format, bytes);
    return bytes.toByteArray();
  }

  static byte[] tiff(List<BufferedImage> pages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new javax.imageio.IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage drawn(BufferedImage like, Consumer<Graphics2D> draw) {
    BufferedImage out =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = out.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, out.getWidth(), out.getHeight());
    paper.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    draw.accept(paper);
    paper.dispose();
    return out;
  }
}
