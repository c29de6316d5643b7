package cn.baosong.reader.marking;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.MarkingSearch;
import cn.baosong.reader.text.TextBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Office files of before 2007 and those of WPS: .doc .xls .ppt .wps .et .msg. Their text stands in
 * their streams as UTF-16, at even or odd places, or in the oldest as GBK; it is looked for there
 * without a parser for each format.
 */
final class OleText {
  private static final int DEEPEST = 16;
  private static final long MOST_BYTES = 256L << 20;
  private static final int CHUNK = 1 << 14;

  private final MarkingSearch search;
  private long left = MOST_BYTES;

  private OleText(MarkingSearch search) {
    this.search = search;
  }

  /** Whether all of its text was read. */
  static boolean read(Path file, MarkingSearch search) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      return new OleText(search).read(files.getRoot(), 0);
    }
  }

  private boolean read(DirectoryEntry folder, int depth) throws IOException {
    boolean all = depth < DEEPEST;
    for (Entry entry : folder) {
      if (search.found() == ClassifiedMarking.MARKED || !all) {
        return all;
      }
      if (entry instanceof DirectoryEntry inner) {
        all = read(inner, depth + 1);
      } else if (entry instanceof DocumentEntry document) {
        all = read(document);
      }
    }
    return all;
  }

  private boolean read(DocumentEntry document) throws IOException {
    left -= document.getSize();
    if (left < 0) {
      return false;
    }
    read(document, 0, StandardCharsets.UTF_16LE);
    read(document, 1, StandardCharsets.UTF_16LE);
    read(document, 0, TextBytes.GB18030);
    return true;
  }

  private void read(DocumentEntry document, int from, Charset charset) throws IOException {
    try (InputStream in = new DocumentInputStream(document)) {
      in.skip(from);
      Reader reader = new InputStreamReader(in, charset);
      char[] chunk = new char[CHUNK];
      for (int n = reader.read(chunk); n >= 0; n = reader.read(chunk)) {
        search.read(CharBuffer.wrap(chunk, 0, n));
      }
      search.end();
    }
  }
}
