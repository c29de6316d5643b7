package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Deadline;
import cn.baosong.desk.Act;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.night.NearDeadlines;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a second person puts a draft into effect.
 *
 * <p>The decision is durable in the journal before the first file is written, so that an office
 * that stopped in between finishes it at its start, or tells why it cannot.
 */
public final class PublishingDesk {
  private final Drafts drafts;
  private final CallFolders folders;
  private final Calls calls;
  private final NearDeadlines near;
  private final Books books;
  private final Clock clock;

  /** What happened, and what holds it together. */
  public record Books(CallHistory history, UnitCalls unitCalls, UnitOfWork work, Barrier barrier) {}

  /**
   * @param clock the office's clock
   */
  public PublishingDesk(
      Drafts drafts,
      CallFolders folders,
      Calls calls,
      NearDeadlines near,
      Books books,
      Clock clock) {
    this.drafts = drafts;
    this.folders = folders;
    this.calls = calls;
    this.near = near;
    this.books = books;
    this.clock = clock;
  }

  /**
   * A second person's decision.
   *
   * @param seen what the person had before the eyes
   * @param confirmed that the rules change shortly before a deadline
   */
  public record Publishing(Edition seen, String reason, boolean confirmed) {}

  /** Deadlines of the call, as it is or would be, that are too near for an unnoticed change. */
  public List<Deadline> near(CallId call, Optional<Call> would) {
    return Stream.concat(calls.find(call).stream(), would.stream())
        .flatMap(one -> near.of(one).stream())
        .distinct()
        .toList();
  }

  /**
   * Puts the draft into effect; all units of the call wait for assessment when this returns.
   *
   * @return the call as it is live now
   * @throws Refusal when whoever asks is an author of it, it rests on a folder that has changed, it
   *     fails its check, or a near deadline was not confirmed
   */
  public synchronized Call publish(CallId call, Publishing publishing, String by)
      throws InterruptedException {
    Draft draft = drafts.open(call).orElseThrow(() -> DraftDesk.none(call));
    if (draft.state() == Draft.State.PUBLISHING) {
      return finish(draft);
    }
    if (!publishing.seen().equals(Edition.of(folders.standing(call), Optional.of(draft)))) {
      Stale.check(draft, folders.standing(call));
      throw Stale.draft(draft);
    }
    String reason = Reasons.of(publishing.reason());
    requireSecond(draft, by);
    Stale.check(draft, folders.standing(call));
    CallCheck check = folders.check(call, draft.files());
    Unsound.check(check);
    Call would = check.call().orElseThrow();
    requireConfirmed(call, would, publishing.confirmed());
    Draft decided =
        draft.publishing(new Draft.Publication(by, reason, clock.instant(), would.version()));
    step(
        decided, new Act(Act.Kind.CALL_PUBLISHED, by, call + " " + would.version() + " " + reason));
    books.barrier().await();
    return finish(decided);
  }

  /** Finishes what an interruption left half done, and enters what took effect by other hands. */
  public synchronized void catchUp() {
    drafts.open().stream()
        .filter(draft -> draft.state() == Draft.State.PUBLISHING)
        .forEach(this::resume);
    calls.live().forEach(call -> books.history().tookEffect(call, Act.MACHINE, ""));
  }

  private void resume(Draft draft) {
    try {
      finish(draft);
    } catch (Refusal impossible) {
      // Told in the journal and on the call's page; the other calls go on.
      step(
          draft.heldBack(),
          new Act(Act.Kind.CALL_HELD_BACK, Act.MACHINE, draft.call() + " " + impossible.chinese()));
    }
  }

  private Call finish(Draft draft) {
    Call live = folders.replace(draft.call(), draft.base(), draft.files());
    Draft.Publication decided = draft.publication().orElseThrow();
    return books
        .work()
        .inTransaction(
            () -> {
              drafts.save(
                  draft.in(Draft.State.PUBLISHED),
                  new Act(Act.Kind.CALL_WRITTEN, Act.MACHINE, draft.call() + " " + live.version()));
              books.history().tookEffect(live, decided.by(), decided.reason());
              books.unitCalls().requestAll(live.id());
              return live;
            });
  }

  private void step(Draft next, Act act) {
    books
        .work()
        .inTransaction(
            () -> {
              drafts.save(next, act);
              return next;
            });
  }

  private static void requireSecond(Draft draft, String by) {
    if (draft.state() != Draft.State.SUBMITTED) {
      throw Refusal.conflict(
          "state", "草稿还没有送复核。", "The draft has not been handed to a second person.");
    }
    if (draft.authors().contains(by)) {
      throw Refusal.conflict(
          "by",
          "您写过这份草稿，须由另一位管理员发布。起草人：" + String.join("、", draft.authors()) + "。",
          "You have written in this draft: another administrator publishes it. Authors: "
              + String.join(", ", draft.authors())
              + ".");
    }
  }

  private void requireConfirmed(CallId call, Call would, boolean confirmed) {
    List<Deadline> deadlines = near(call, Optional.of(would));
    if (!confirmed && !deadlines.isEmpty()) {
      String days =
          String.join("、", deadlines.stream().map(d -> d.date().toString()).distinct().toList());
      throw Refusal.conflict(
          "nearDeadline",
          "截止前修改规则：离截止（" + days + "）不足" + near.hours() + "小时，须勾选确认。",
          "A deadline (" + days + ") is less than " + near.hours() + " hours away: confirm it.");
    }
  }
}
