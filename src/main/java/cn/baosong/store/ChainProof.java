package cn.baosong.store;

import cn.baosong.desk.AuditTrail.Fault;
import cn.baosong.store.JournalRows.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads the journal once: no act is missing, none was changed, and the database tells the same. */
final class ChainProof {
  /** Records held in memory at once; a record can be large. */
  private static final int AT_ONCE = 20;

  private final JournalRows rows;
  private final Path journal;
  private final Consumer<Fault> faults;
  private final LongConsumer proven;
  private final List<JournalLine> read = new ArrayList<>();
  private final long known;
  private long last = Long.MAX_VALUE;
  private long seq;
  private String hash = "";

  /**
   * @param faults told each fault
   * @param proven told now and then how many acts have been read
   */
  ChainProof(JournalRows rows, Path journal, Consumer<Fault> faults, LongConsumer proven) {
    this.rows = rows;
    this.journal = journal;
    this.faults = faults;
    this.proven = proven;
    this.known = rows.last().map(Link::seq).orElse(0L);
  }

  /** Reads no further than the database knew at the beginning: the office may be writing. */
  ChainProof whileItGrows() {
    last = known;
    return this;
  }

  /** A line that does not hold; nothing behind it can be proven. */
  private static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;
    private final Fault.Kind kind;

    Broken(Fault.Kind kind, String why) {
      super(why);
      this.kind = kind;
    }
  }

  /** How many acts hold; a chain that breaks is read no further. */
  long run() {
    try {
      for (Path file : JournalFiles.list(journal)) {
        JournalFiles.read(file, this::line);
      }
      compare();
      if (seq < known) {
        faults.accept(new Fault(Fault.Kind.CUT_OFF, seq));
      }
    } catch (Broken broken) {
      compare();
      faults.accept(new Fault(broken.kind, seq + 1));
    } catch (IOException unreadable) {
      compare();
      faults.accept(new Fault(Fault.Kind.UNREADABLE, seq));
    }
    return seq;
  }

  private void line(String text) throws Broken {
    if (seq >= last) {
      return;
    }
    JournalLine.Read next = parse(text);
    JournalLine line = next.line();
    if (line.seq() != seq + 1 || !line.previous().equals(hash)) {
      throw new Broken(Fault.Kind.TORN, "line " + line.seq());
    }
    seq = line.seq();
    hash = next.hash();
    read.add(line);
    if (read.size() == AT_ONCE) {
      compare();
    }
  }

  private static JournalLine.Read parse(String text) throws Broken {
    try {
      return JournalLine.parse(text);
    } catch (IOException noLine) {
      throw new Broken(Fault.Kind.CHANGED, String.valueOf(noLine.getMessage()));
    }
  }

  /** The database may have an act without its number yet, until the office starts again. */
  private void compare() {
    if (read.isEmpty()) {
      return;
    }
    Map<Long, JournalLine.Event> stored =
        rows.numbered(read.get(0).seq(), read.get(read.size() - 1).seq());
    for (JournalLine line : read) {
      JournalLine.Event event = stored.get(line.seq());
      if (event == null && !rows.holds(line.event().id())) {
        faults.accept(new Fault(Fault.Kind.ABSENT, line.seq()));
      } else if (event != null && !event.equals(line.event())) {
        faults.accept(new Fault(Fault.Kind.DIFFERS, line.seq()));
      }
    }
    read.clear();
    proven.accept(seq);
  }
}
