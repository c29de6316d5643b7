package cn.baosong.desk.night;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.UnitCalls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person lets an edit of a call's folder, or its removal, take effect although a deadline
 * is near; until then, or until the night is over, the running version stays.
 *
 * <p>The confirmation is in the journal before the edit takes effect, so that an office that
 * stopped in between finishes it at its start.
 */
public final class FreezeDesk {
  private static final int LONGEST_REASON = 500;

  private final HeldEdits edits;
  private final NearDeadlines near;
  private final Books books;

  /** What is read and written. */
  public record Books(Records records, Audit audit, UnitCalls unitCalls, Barrier barrier) {
    private CallHistory history() {
      return new CallHistory(records, audit);
    }
  }

  public FreezeDesk(HeldEdits edits, NearDeadlines near, Books books) {
    this.edits = edits;
    this.near = near;
    this.books = books;
  }

  /**
   * An edit that waits.
   *
   * @param since when it was found
   * @param until when it takes effect by itself, as any edit does outside the night
   */
  public record Waiting(HeldEdits.Held edit, Optional<Instant> since, Optional<Instant> until) {
    public CallId call() {
      return edit.next().id();
    }
  }

  /** Until when a change of this call waits for a person; empty when it takes effect at once. */
  public Optional<Instant> until(Call call) {
    return near.until(call);
  }

  public List<Waiting> waiting() {
    return edits.held().stream()
        .map(
            held ->
                new Waiting(
                    held,
                    past(held).last(Act.Kind.CALL_EDIT_HELD).map(Event::at),
                    near.until(held.next())))
        .toList();
  }

  public Optional<Waiting> of(CallId call) {
    return waiting().stream().filter(held -> held.call().equals(call)).findFirst();
  }

  /**
   * Lets an edit take effect now; all units of the call wait for assessment when this returns.
   *
   * @param version that the person had before the eyes
   * @throws Refusal when it is not held any more, or no reason is given
   */
  public synchronized void confirm(CallId call, CallVersion version, String reason, String by)
      throws InterruptedException {
    String why = reason.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw Refusal.invalid(
          "reason",
          "请写明为什么在截止前后改规则（不超过" + LONGEST_REASON + "字）。",
          "State why the rules change so near a deadline, in at most "
              + LONGEST_REASON
              + " characters.");
    }
    HeldEdits.Held held =
        of(call)
            .map(Waiting::edit)
            .filter(edit -> edit.version().equals(version))
            .orElseThrow(FreezeDesk::gone);
    note(call, new Act(Act.Kind.CALL_EDIT_CONFIRMED, by, version + " " + why));
    books.barrier().await();
    if (!release(held, by, why)) {
      throw gone();
    }
  }

  /** Enters what is held newly, and finishes what an interruption left half done. */
  public synchronized void look() {
    for (HeldEdits.Held held : edits.held()) {
      Past past = past(held);
      if (past.isConfirmed()) {
        Act confirmed = past.last(Act.Kind.CALL_EDIT_CONFIRMED).orElseThrow().act();
        String reason = confirmed.reason();
        release(held, confirmed.by(), reason.substring(reason.indexOf(' ') + 1));
      } else if (past.isNew()) {
        note(
            held.next().id(),
            new Act(Act.Kind.CALL_EDIT_HELD, Act.MACHINE, held.version() + " " + held.running()));
      }
    }
  }

  private boolean release(HeldEdits.Held held, String by, String why) {
    Call next = held.next();
    if (!edits.release(next.id(), held.version())) {
      return false;
    }
    if (held.isRemoval()) {
      note(next.id(), new Act(Act.Kind.CALL_REMOVED, by, held.version() + " " + why));
    } else {
      books.history().tookEffect(next, by, why);
      books.unitCalls().requestAll(next.id());
    }
    return true;
  }

  /** What the journal has of this very edit. */
  private Past past(HeldEdits.Held held) {
    String subject = subject(held.next().id());
    return new Past(
        books.records().timelines(Set.of(subject)).getOrDefault(subject, List.of()).stream()
            .filter(event -> isOf(event, held.version()))
            .toList());
  }

  private static boolean isOf(Event event, CallVersion version) {
    String reason = event.act().reason();
    return reason.equals(version.value()) || reason.startsWith(version + " ");
  }

  /**
   * @param events in their order
   */
  private record Past(List<Event> events) {
    private static final Set<Act.Kind> IN_EFFECT =
        Set.of(Act.Kind.CALL_IN_EFFECT, Act.Kind.CALL_REMOVED);

    Optional<Event> last(Act.Kind kind) {
      return events.stream().filter(e -> e.act().kind() == kind).reduce((first, second) -> second);
    }

    /** A confirmation serves once. */
    boolean isConfirmed() {
      int confirmed = place(Set.of(Act.Kind.CALL_EDIT_CONFIRMED));
      return confirmed > place(Set.of(Act.Kind.CALL_EDIT_HELD)) && confirmed > place(IN_EFFECT);
    }

    /** Whether it was not entered since it was last in effect. */
    boolean isNew() {
      int found = place(Set.of(Act.Kind.CALL_EDIT_HELD));
      return found < 0 || place(IN_EFFECT) > found;
    }

    private int place(Set<Act.Kind> kinds) {
      for (int i = events.size() - 1; i >= 0; i--) {
        if (kinds.contains(events.get(i).act().kind())) {
          return i;
        }
      }
      return -1;
    }
  }

  private void note(CallId call, Act act) {
    books.audit().note(subject(call), act);
  }

  private static String subject(CallId call) {
    return "calls/" + call;
  }

  private static Refusal gone() {
    return Refusal.conflict(
        "version",
        "文件夹里的改动已经变了，或已不再等待确认。请重新打开，看过再定。",
        "The folder has changed since, or its edit does not wait any more: look again.");
  }
}
