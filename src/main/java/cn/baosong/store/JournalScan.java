package cn.baosong.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far a file of the journal is whole. A crash can tear only the batch that was being written,
 * which nobody was told of; a broken line before that was changed by someone.
 *
 * @param whole bytes of the lines that are whole
 * @param seq of the last whole line; 0 when there is none
 * @param torn whether anything follows them
 */
record JournalScan(long whole, long seq, boolean torn) {
  /** Lines that one batch writes at most. */
  static final int BATCH = 500;

  /**
   * @param known the last number that is certainly on disk
   * @throws IOException when a line that was once on disk is broken
   */
  static JournalScan of(Path file, long known) throws IOException {
    long whole = 0;
    long seq = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (readLine(bytes, line)) {
        try {
          seq = JournalLine.parse(line.toString(StandardCharsets.UTF_8)).line().seq();
        } catch (IOException e) {
          if (seq < known || linesLeft(bytes) > BATCH) {
            throw new IOException(file.getFileName() + " is broken after line number " + seq, e);
          }
          return new JournalScan(whole, seq, true);
        }
        whole += line.size() + 1;
      }
      return new JournalScan(whole, seq, line.size() > 0);
    }
  }

  /** Reads up to the end of a line; false when the file ends before it. */
  private static boolean readLine(InputStream bytes, ByteArrayOutputStream line)
      throws IOException {
    line.reset();
    for (int b = bytes.read(); b >= 0; b = bytes.read()) {
      if (b == '\n') {
        return true;
      }
      line.write(b);
    }
    return false;
  }

  private static int linesLeft(InputStream bytes) throws IOException {
    int lines = 0;
    for (int b = bytes.read(); b >= 0; b = bytes.read()) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
