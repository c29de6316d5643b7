package cn.baosong.store;

import cn.baosong.store.JournalRows.Link;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings journal and database together at the start: the database learns the numbers that a crash
 * kept from it, or everything when it was lost; the journal gets the lines that it has lost.
 */
final class JournalRecovery {
  private static final int AT_ONCE = 100;

  private final JournalRows rows;
  private final Restoration restoration;
  private final Path directory;
  private final List<JournalLine.Read> untold = new ArrayList<>();
  private final long known;
  private long seq;
  private String hash = "";

  JournalRecovery(JournalRows rows, Restoration restoration, Path directory) {
    this.rows = rows;
    this.restoration = restoration;
    this.directory = directory;
    this.known = rows.last().map(Link::seq).orElse(0L);
  }

  /** Where the chain ends. */
  record End(long seq, String hash) {}

  /** The last number that the database has seen, and so is on disk. */
  long known() {
    return known;
  }

  /**
   * @throws IllegalStateException when the two tell different histories
   */
  End run(JournalFiles files) throws IOException {
    for (Path file : toRead()) {
      JournalFiles.read(file, this::line);
    }
    tell();
    restoration.finish();
    complete(files);
    return new End(seq, hash);
  }

  /** The files that hold the last known line and all after it. */
  private List<Path> toRead() throws IOException {
    List<Path> all = JournalFiles.list(directory);
    int from = all.size();
    boolean reached = false;
    while (from > 0 && !reached) {
      from--;
      long first = firstSeq(all.get(from));
      reached = first > 0 && first <= known;
    }
    return all.subList(from, all.size());
  }

  private static long firstSeq(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      return line == null ? 0 : JournalLine.parse(line).line().seq();
    }
  }

  private void line(String text) throws IOException {
    JournalLine.Read read = JournalLine.parse(text);
    boolean follows = read.line().seq() == seq + 1 && read.line().previous().equals(hash);
    if (seq > 0 && !follows) {
      throw new IOException("the journal breaks off after line number " + seq);
    }
    seq = read.line().seq();
    hash = read.hash();
    if (seq == known && !rows.link(known).map(Link::hash).orElse("").equals(hash)) {
      throw new IllegalStateException(
          "journal and database tell different histories at number " + known);
    }
    if (seq > known) {
      untold.add(read);
      if (untold.size() == AT_ONCE) {
        tell();
      }
    }
  }

  private void tell() {
    restoration.tell(untold);
    untold.clear();
  }

  /** Writes again what the journal lost and the database still has. */
  private void complete(JournalFiles files) throws IOException {
    while (seq < known) {
      long next = seq + 1;
      JournalLine.Event event =
          rows.numbered(next)
              .orElseThrow(() -> new IllegalStateException("event number " + next + " is gone"));
      JournalLine.Sealed sealed = new JournalLine(next, event, hash).seal();
      if (!rows.link(next).map(Link::hash).orElse("").equals(sealed.hash())) {
        throw new IllegalStateException("event number " + next + " was changed");
      }
      files.write(sealed.text());
      seq = next;
      hash = sealed.hash();
    }
    files.force();
  }
}
