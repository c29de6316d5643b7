package cn.baosong.reader.pack;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses fonts that the library would unfold without end: embedded files that inflate beyond
 * measure, and ranges of widths (ISO 32000-1, 9.7.4.3) that go on past every character.
 */
final class FontCheck {
  /** A CID has two bytes. */
  private static final int LAST_CID = 0xFFFF;

  private static final long MOST_WIDTHS = 1_000_000;
  private static final COSName[] STREAMS = {
    COSName.TO_UNICODE, COSName.ENCODING, COSName.CID_TO_GID_MAP
  };
  private static final COSName[] FILES = {
    COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3
  };

  private final Inflation inflation;
  private final Set<COSDictionary> passed = Collections.newSetFromMap(new IdentityHashMap<>());

  FontCheck(Inflation inflation) {
    this.inflation = inflation;
  }

  void check(COSDictionary font) throws IOException {
    if (!passed.add(font)) {
      return;
    }
    streams(font, STREAMS);
    COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
    if (descriptor != null) {
      streams(descriptor, FILES);
    }
    ranges(font.getCOSArray(COSName.W), 3);
    ranges(font.getCOSArray(COSName.W2), 5);
    COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
    if (descendants != null && descendants.size() > 0) {
      if (descendants.getObject(0) instanceof COSDictionary descendant) {
        check(descendant);
      }
    }
  }

  private void streams(COSDictionary dictionary, COSName[] keys) throws IOException {
    for (COSName key : keys) {
      if (dictionary.getDictionaryObject(key) instanceof COSStream stream) {
        inflation.check(stream);
      }
    }
  }

  /** Entries are {@code first [widths]} or {@code first last width…}, the latter of one size. */
  private static void ranges(@Nullable COSArray widths, int size) throws IOException {
    long sum = 0;
    int at = 0;
    while (widths != null && at + 1 < widths.size()) {
      if (widths.getObject(at + 1) instanceof COSArray) {
        at += 2;
        continue;
      }
      long first = number(widths, at);
      long last = number(widths, at + 1);
      sum += Math.max(0, last - first);
      if (first < 0 || last > LAST_CID || sum > MOST_WIDTHS) {
        throw new IOException("widths of characters that do not exist");
      }
      at += size;
    }
  }

  private static long number(COSArray widths, int at) throws IOException {
    if (widths.getObject(at) instanceof COSNumber number) {
      return number.longValue();
    }
    throw new IOException("a width that is no number");
  }
}
