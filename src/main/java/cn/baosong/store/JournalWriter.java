package cn.baosong.store;

import cn.baosong.store.JournalRows.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Writes rounds of the journal; used by one thread. */
final class JournalWriter {
  /** Records held in memory at once; a record can be large. */
  private static final int READ_AHEAD = 20;

  private final JournalRows rows;
  private final JournalFiles files;
  private final Map<String, LongAdder> written = new ConcurrentHashMap<>();
  private long seq;
  private String hash;
  private List<Link> unanswered = List.of();

  JournalWriter(JournalRows rows, JournalFiles files, JournalRecovery.End end) {
    this.rows = rows;
    this.files = files;
    this.seq = end.seq();
    this.hash = end.hash();
  }

  /** No later success can prove what was not confirmed, or what was confirmed and is gone. */
  static final class Lost extends IOException {
    private static final long serialVersionUID = 1L;

    Lost(IOException cause) {
      super("the journal could not be forced to disk", cause);
    }

    Lost(long seq) {
      super(
          ("the database does not end with act number %d, which it had confirmed: it went back in"
                  + " time, or another office wrote; the next start brings both together")
              .formatted(seq));
    }
  }

  /** How many acts of a kind this writer has put on disk; any thread may ask. */
  long written(String kind) {
    LongAdder acts = written.get(kind);
    return acts == null ? 0 : acts.sum();
  }

  /** Number of the last act that is on disk. */
  long last() {
    return seq;
  }

  /**
   * Numbers and writes every event that was committed before the call.
   *
   * @throws IOException when they could not be written; nothing of the batch counts then
   */
  void round() throws IOException {
    answer();
    List<UUID> ids = rows.waiting(JournalScan.BATCH);
    while (!ids.isEmpty()) {
      remembered();
      // the database first: the journal never tells of what a power cut takes from the database
      rows.checkpoint();
      files.rollIfGrown();
      write(ids);
      answer();
      ids = ids.size() < JournalScan.BATCH ? List.of() : rows.waiting(JournalScan.BATCH);
    }
  }

  /**
   * A database that went back in time would offer acts that the journal has already; one that is
   * further on was written by another office, while this one had lost its hold on it.
   */
  private void remembered() throws Lost {
    Optional<Link> last = rows.last();
    boolean ours = last.filter(end -> end.seq() == seq && end.hash().equals(hash)).isPresent();
    if (!ours && (seq > 0 || last.isPresent())) {
      throw new Lost(seq);
    }
  }

  private void write(List<UUID> ids) throws IOException {
    List<Link> links = new ArrayList<>(ids.size());
    List<String> kinds = new ArrayList<>(ids.size());
    try {
      for (int from = 0; from < ids.size(); from += READ_AHEAD) {
        append(ids.subList(from, Math.min(ids.size(), from + READ_AHEAD)), links, kinds);
      }
    } catch (IOException | RuntimeException e) {
      takeBack();
      throw e;
    }
    force();
    kinds.forEach(kind -> written.computeIfAbsent(kind, any -> new LongAdder()).increment());
    if (!links.isEmpty()) {
      seq = links.get(links.size() - 1).seq();
      hash = links.get(links.size() - 1).hash();
    }
    unanswered = links;
  }

  private void append(List<UUID> ids, List<Link> links, List<String> kinds) throws IOException {
    for (JournalLine.Event event : rows.events(ids)) {
      Link before = links.isEmpty() ? new Link(seq, event.id(), hash) : links.get(links.size() - 1);
      JournalLine line = new JournalLine(before.seq() + 1, event, before.hash());
      JournalLine.Sealed sealed = line.seal();
      files.write(sealed.text());
      links.add(new Link(line.seq(), event.id(), sealed.hash()));
      kinds.add(event.kind());
    }
  }

  private void takeBack() throws Lost {
    try {
      files.takeBack();
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private void force() throws Lost {
    try {
      files.force();
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  /** Tells the database the numbers; what it did not hear it is told again before anything else. */
  private void answer() {
    if (!unanswered.isEmpty()) {
      rows.number(unanswered);
      unanswered = List.of();
    }
  }
}
