package cn.baosong.desk.draft;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.Replayed;
import cn.baosong.desk.draft.Trial.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A trial while it runs: it keeps sums and the first lines, whatever the size of the season. */
final class TrialRun {
  private final About about;
  private final ReplayTally tally = new ReplayTally();
  private final List<Trial.Line> lines = new ArrayList<>();
  private State state = State.RUNNING;

  /** What is tried, by whom and since when; and how many dossiers there are. */
  record About(CallId call, Edition edition, String by, Instant begun, long of) {}

  TrialRun(About about) {
    this.about = about;
  }

  /**
   * @throws CancellationException when nobody wants it any more
   */
  synchronized void add(Replayed unit) {
    if (state != State.RUNNING) {
      throw new CancellationException();
    }
    tally.add(unit);
    unit.differing().stream()
        .limit(Math.max(0, Trial.MOST - lines.size()))
        .map(TrialRun::line)
        .forEach(lines::add);
  }

  private static Trial.Line line(Replayed.Difference difference) {
    return new Trial.Line(
        difference.stored().number(),
        difference.stored().publicId(),
        difference.stored().candidate(),
        new Trial.Stand(difference.stored().state(), difference.stored().department()),
        new Trial.Stand(difference.after(), difference.department()),
        difference.decisive());
  }

  synchronized void cancel() {
    if (state == State.RUNNING) {
      state = State.CANCELLED;
    }
  }

  synchronized void end(Optional<Throwable> failure) {
    if (state == State.RUNNING) {
      state = failure.isPresent() ? State.FAILED : State.DONE;
    }
  }

  synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  synchronized Trial now() {
    return new Trial(
        about.call(),
        about.edition(),
        about.by(),
        about.begun(),
        state,
        about.of(),
        tally.sum(),
        lines);
  }
}
