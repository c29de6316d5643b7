package cn.baosong.print;

import cn.baosong.core.notice.CodePointMark;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of the letters, parsed once; each document embeds the subset it uses. Not safe for
 * several threads at once.
 */
final class LetterFont {
  private static final String RESOURCE = "/fonts/NotoSansSC-Regular.ttf";
  private static final char BOX = '□';

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  private LetterFont(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
  }

  static LetterFont load() throws IOException {
    try (InputStream in = LetterFont.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("not on the class path: " + RESOURCE);
      }
      TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
      // ligatures of Latin letters cost a fifth of a letter's time and change nothing in Chinese
      font.setEnableGsub(false);
      return new LetterFont(font);
    }
  }

  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }

  /**
   * The text with every character that the font lacks, or that would not be seen, replaced by a box
   * and its code point: a name is never printed with a gap in it.
   */
  String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isPrintable(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(BOX).append(CodePointMark.of(c));
              }
            });
    return out.toString();
  }

  private boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> glyphs.getGlyphId(c) != 0;
    };
  }
}
