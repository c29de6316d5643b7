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
 * Where a person lets an edit of a call's folder take effect although a deadline is near; until
 * then, or until the night is over, the running version stays.
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
   * @param next the call as it would be
   * @param since when it was found
   * @param until when it takes effect by itself, as any edit does outside the night
   */
  public record Waiting(
      CallVersion running, Call next, Optional<Instant> since, Optional<Instant> until) {}

  public List<Waiting> waiting() {
    return edits.held().stream()
        .map(
            held ->
                new Waiting(
                    held.running(),
                    held.next(),
                    last(held, Act.Kind.CALL_EDIT_HELD).map(Event::at),
                    near.until(held.next())))
        .toList();
  }

  public Optional<Waiting> of(CallId call) {
    return waiting().stream().filter(held -> held.next().id().equals(call)).findFirst();
  }

  /**
   * Lets an edit take effect now; all units of the call wait for assessment when this returns.
   *
   * @param version that the person had before the eyes
   * @throws Refusal when it is not held any more, or no reason is given
   */
  public synchronized Call confirm(CallId call, CallVersion version, String reason, String by)
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
    if (of(call).filter(held -> held.next().version().equals(version)).isEmpty()) {
      throw gone();
    }
    note(call, new Act(Act.Kind.CALL_EDIT_CONFIRMED, by, version + " " + why));
    books.barrier().await();
    return release(call, version, by, why).orElseThrow(FreezeDesk::gone);
  }

  /** Enters what is held newly, and finishes what an interruption left half done. */
  public synchronized void look() {
    for (HeldEdits.Held held : edits.held()) {
      Call next = held.next();
      Optional<Event> confirmed = last(held, Act.Kind.CALL_EDIT_CONFIRMED);
      Optional<Event> found = last(held, Act.Kind.CALL_EDIT_HELD);
      if (confirmed.isPresent() && isLatest(confirmed.get(), found)) {
        String reason = confirmed.get().act().reason();
        String why = reason.substring(reason.indexOf(' ') + 1);
        release(next.id(), next.version(), confirmed.get().act().by(), why);
      } else if (found.isEmpty() || wasLive(held, found.get())) {
        note(
            next.id(),
            new Act(Act.Kind.CALL_EDIT_HELD, Act.MACHINE, next.version() + " " + held.running()));
      }
    }
  }

  private Optional<Call> release(CallId call, CallVersion version, String by, String why) {
    Optional<Call> live = edits.release(call, version);
    live.ifPresent(
        now -> {
          books.history().tookEffect(now, by, why);
          books.unitCalls().requestAll(call);
        });
    return live;
  }

  /** Whether an act is younger than another of the same call. */
  private static boolean isLatest(Event act, Optional<Event> other) {
    return other.filter(o -> o.at().isAfter(act.at())).isEmpty();
  }

  /** Whether the version took effect since and is held anew. */
  private boolean wasLive(HeldEdits.Held held, Event found) {
    return books.history().of(held.next().id()).stream()
        .anyMatch(
            entry ->
                entry.version().equals(held.next().version()) && entry.at().isAfter(found.at()));
  }

  /** The last act of this kind about this very edit. */
  private Optional<Event> last(HeldEdits.Held held, Act.Kind kind) {
    String subject = subject(held.next().id());
    return books.records().timelines(Set.of(subject)).getOrDefault(subject, List.of()).stream()
        .filter(event -> event.act().kind() == kind)
        .filter(event -> event.act().reason().startsWith(held.next().version() + " "))
        .reduce((first, second) -> second);
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
