package cn.baosong.desk;

import cn.baosong.desk.Records.Event;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Every act of the office as the journal has it, and the proof that it is whole. */
public interface AuditTrail {
  /** The newest first, in the order in which they were written. */
  Page<Event> events(Filters.OfEvents filter, Window window);

  /** How many acts the journal holds now. */
  long acts();

  /**
   * Reads the journal as far as it goes now and holds it against the database, with memory for a
   * few acts: a minute for some hundred thousands. The office may work meanwhile.
   *
   * @param proven is told now and then how many acts have been read
   */
  Proof prove(LongConsumer proven);

  /**
   * @param acts that the chain holds together
   * @param faults the first of them; empty when it is whole
   */
  record Proof(long acts, List<Fault> faults) {
    public Proof {
      faults = List.copyOf(faults);
    }

    public boolean isSound() {
      return faults.isEmpty();
    }
  }

  /**
   * Where journal and database do not hold together.
   *
   * @param at number of the act
   */
  record Fault(Kind kind, long at) {
    /** What is wrong there. */
    public enum Kind {
      /** This act was changed, or is no whole line: its hash is not its own. */
      CHANGED("act %d was changed in the journal: its hash is not its own"),
      /** This act does not follow the one before: one was taken out, put in or moved. */
      TORN("the chain of the journal breaks at act %d: one was taken out, put in or moved"),
      /** The journal ends with this act, and the database knows more. */
      CUT_OFF("the journal ends at act %d, the database knows more"),
      /** This act reads otherwise in the database. */
      DIFFERS("act %d differs between database and journal"),
      /** The database does not have this act. */
      ABSENT("act %d is not in the database"),
      /** The file could not be read behind this act. */
      UNREADABLE("the journal cannot be read behind act %d");

      private final String english;

      Kind(String english) {
        this.english = english;
      }
    }

    public String english() {
      return String.format(Locale.ROOT, kind.english, at);
    }
  }
}
