package cn.baosong.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far a replay has come, on the error stream: one line for every few hundred dossiers. */
final class ReplayProgress {
  private static final int STEP = 500;
  private static final double MILLIS = 1000;

  private final PrintWriter err;
  private final long all;
  private final Clock clock;
  private final Instant from;
  private long next = STEP;

  ReplayProgress(PrintWriter err, long all, Clock clock) {
    this.err = err;
    this.all = all;
    this.clock = clock;
    this.from = clock.instant();
  }

  void upTo(long dossiers) {
    if (dossiers >= next) {
      err.println(dossiers + " / " + all);
      next = dossiers - dossiers % STEP + STEP;
    }
  }

  void done(long dossiers) {
    double seconds = Duration.between(from, clock.instant()).toMillis() / MILLIS;
    err.println("%d / %d  用时 took %.1f s".formatted(dossiers, all, seconds));
  }
}
