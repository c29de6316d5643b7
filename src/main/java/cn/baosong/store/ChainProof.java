package cn.baosong.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the journal once: no act is missing, none was changed, and the database tells the same. */
final class ChainProof {
  private final JournalRows rows;
  private final Path journal;
  private final Consumer<String> faults;
  private long seq;
  private String hash = "";

  /**
   * @param faults told one English sentence for each fault
   */
  ChainProof(JournalRows rows, Path journal, Consumer<String> faults) {
    this.rows = rows;
    this.journal = journal;
    this.faults = faults;
  }

  /** How many acts hold; a chain that breaks is read no further. */
  long run() {
    try {
      for (Path file : JournalFiles.list(journal)) {
        JournalFiles.read(file, this::line);
      }
      rows.link(seq + 1)
          .ifPresent(
              next -> faults.accept("the journal ends at " + seq + ", the database knows more"));
    } catch (IOException e) {
      faults.accept("journal after number " + seq + ": " + e.getMessage());
    }
    return seq;
  }

  private void line(String text) throws IOException {
    JournalLine.Read read = JournalLine.parse(text);
    JournalLine line = read.line();
    if (line.seq() != seq + 1 || !line.previous().equals(hash)) {
      throw new IOException("the chain breaks at number " + line.seq());
    }
    seq = line.seq();
    hash = read.hash();
    Optional<JournalLine.Event> stored = rows.numbered(seq);
    if (stored.isPresent() && !stored.get().equals(line.event())) {
      faults.accept("event " + seq + " differs between database and journal");
    }
    if (stored.isEmpty() && !rows.holds(line.event().id())) {
      faults.accept("event " + seq + " is not in the database");
    }
  }
}
