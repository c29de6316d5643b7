package cn.baosong.desk.draft;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import java.util.List;
import java.util.Optional;

/** Where drafts are kept. */
public interface Drafts {
  /** The one draft of a call that is not yet published or withdrawn. */
  Optional<Draft> open(CallId call);

  /** All such drafts, by call. */
  List<Draft> open();

  /**
   * Stores a draft: a new one when its version is 1, else the next version of one that is there.
   *
   * @throws StaleRecord when somebody stored that version, or another draft of the call, before
   */
  void save(Draft draft, Act act);
}
