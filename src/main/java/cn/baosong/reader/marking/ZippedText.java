package cn.baosong.reader.marking;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.MarkingSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Documents that are zips of XML: Word, Excel and PowerPoint since 2007, OFD, ODF. */
final class ZippedText {
  private static final List<String> TEXT =
      List.of(".xml", ".rels", ".html", ".htm", ".xhtml", ".txt", ".json", ".vml", ".svg");

  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 256L << 20;

  private ZippedText() {}

  /** Whether all of its text was read. */
  static boolean read(Path file, MarkingSearch search) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      Budget budget = new Budget();
      boolean all = parts.size() <= MOST_PARTS;
      for (ZipArchiveEntry part : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
        search.read(part.getName());
        search.end();
        if (isText(part.getName())) {
          all &= zip.canReadEntryData(part) && read(zip, part, budget, search);
        }
      }
      return all && parts.stream().anyMatch(part -> isText(part.getName()));
    }
  }

  private static boolean read(
      ZipFile zip, ZipArchiveEntry part, Budget budget, MarkingSearch search) throws IOException {
    if (search.found() == ClassifiedMarking.MARKED) {
      return true;
    }
    try (InputStream in = budget.counted(zip.getInputStream(part))) {
      PlainText.read(new InputStreamReader(in, StandardCharsets.UTF_8), search);
      return true;
    }
  }

  private static boolean isText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TEXT.stream().anyMatch(lower::endsWith);
  }

  /** Ends the reading of what unpacks without end. */
  private static final class Budget {
    private long left = MOST_BYTES;

    InputStream counted(InputStream in) {
      return new java.io.FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          int b = super.read();
          count(b < 0 ? 0 : 1);
          return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          int n = super.read(bytes, from, length);
          count(Math.max(0, n));
          return n;
        }
      };
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("beyond " + MOST_BYTES + " bytes");
      }
    }
  }
}
