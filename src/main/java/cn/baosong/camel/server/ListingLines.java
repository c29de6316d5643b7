package cn.baosong.camel.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;

/** A listing line by line, never more of it than asked for; a line too long is no line. */
final class ListingLines {
  private static final int LONGEST = 8192;

  /** A byte of many Chinese characters, and to regular expressions the end of a line. */
  private static final char NEXT_LINE = '\u0085';

  private static final char INSTEAD = '\uE085';

  private final InputStream bytes;
  private final int most;
  private int unread;

  ListingLines(InputStream bytes, int most) {
    this.bytes = new BufferedInputStream(bytes, 1 << 16);
    this.most = most;
  }

  /** Gives back whether there was more. */
  boolean read(FTPFileEntryParser parser, Consumer<FTPFile> each) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int lines = 0;
    for (int b = bytes.read(); b >= 0; b = bytes.read()) {
      if (b != '\n') {
        if (line.size() <= LONGEST) {
          line.write(b);
        }
        continue;
      }
      if (lines++ == most) {
        return true;
      }
      parse(line, parser, each);
      line.reset();
    }
    parse(line, parser, each);
    return false;
  }

  private void parse(
      ByteArrayOutputStream line, FTPFileEntryParser parser, Consumer<FTPFile> each) {
    String text = line.toString(StandardCharsets.ISO_8859_1);
    String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    if (whole.isEmpty() || whole.startsWith("total ")) {
      return;
    }
    FTPFile file =
        whole.length() > LONGEST ? null : parser.parseFTPEntry(whole.replace(NEXT_LINE, INSTEAD));
    if (file == null) {
      unread++;
      return;
    }
    String name = file.getName();
    if (name != null) {
      file.setName(name.replace(INSTEAD, NEXT_LINE));
    }
    each.accept(file);
  }

  /** Lines that no parser understands: what they tell of is not seen. */
  int unread() {
    return unread;
  }
}
