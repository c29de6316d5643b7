package cn.baosong.desk;

import cn.baosong.desk.Records.Event;
import java.util.List;

/** Every act of the office as the journal has it, and the proof that it is whole. */
public interface AuditTrail {
  /** The newest first, in the order in which they were written. */
  Page<Event> events(Filters.OfEvents filter, Window window);

  /**
   * Reads the whole journal and holds it against the database: a minute for some millions of acts.
   */
  Proof prove();

  /**
   * @param acts that the chain holds together
   * @param faults one English sentence each; empty when it is whole
   */
  record Proof(long acts, List<String> faults) {
    public Proof {
      faults = List.copyOf(faults);
    }

    public boolean isSound() {
      return faults.isEmpty();
    }
  }
}
