package cn.baosong.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** How far a replay has come, on the error stream: one line for every few hundred dossiers. */
final class ReplayProgress {
  private static final int STEP = 500;

  private final PrintWriter err;
  private final long all;
  private final long from = System.nanoTime();
  private long next = STEP;

  ReplayProgress(PrintWriter err, long all) {
    this.err = err;
    this.all = all;
  }

  void upTo(long dossiers) {
    if (dossiers >= next) {
      err.println(dossiers + " / " + all);
      next = dossiers - dossiers % STEP + STEP;
    }
  }

  void done(long dossiers) {
    double seconds = (System.nanoTime() - from) / (double) TimeUnit.SECONDS.toNanos(1);
    err.println("%d / %d  用时 took %.1f s".formatted(dossiers, all, seconds));
  }
}
