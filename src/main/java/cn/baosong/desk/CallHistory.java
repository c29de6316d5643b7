package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Records.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Which version of a call took effect when, by whom and why: as the journal has it. */
public final class CallHistory {
  private final Records records;
  private final Audit audit;

  public CallHistory(Records records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * A version that took effect.
   *
   * @param by who brought it about; {@link Act#MACHINE} for one that was found in the folder
   */
  public record Entry(CallVersion version, Instant at, String by, String reason) {}

  /** The latest first; a version that came back stands here more than once. */
  public List<Entry> of(CallId call) {
    List<Entry> entries = new ArrayList<>();
    for (Event event :
        records.timelines(Set.of(subject(call))).getOrDefault(subject(call), List.of())) {
      if (event.act().kind() == Act.Kind.CALL_IN_EFFECT) {
        entries.add(entry(event));
      }
    }
    Collections.reverse(entries);
    return List.copyOf(entries);
  }

  /** Enters it, unless it is the one that took effect last. */
  public void tookEffect(Call call, String by, String reason) {
    boolean known =
        of(call.id()).stream()
            .findFirst()
            .filter(last -> last.version().equals(call.version()))
            .isPresent();
    if (!known) {
      audit.note(
          subject(call.id()),
          new Act(Act.Kind.CALL_IN_EFFECT, by, (call.version() + " " + reason).strip()));
    }
  }

  private static Entry entry(Event event) {
    String reason = event.act().reason();
    int space = reason.indexOf(' ');
    return new Entry(
        new CallVersion(space < 0 ? reason : reason.substring(0, space)),
        event.at(),
        event.act().by(),
        space < 0 ? "" : reason.substring(space + 1));
  }

  private static String subject(CallId call) {
    return "calls/" + call;
  }
}
