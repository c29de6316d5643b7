package cn.baosong.camel.folder;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread for work on a file system that may never answer (a hanging NFS or SMB share): who waits
 * for it gives up when it makes no more steps, and comes back to it later. At most one thread
 * hangs.
 */
final class PatientThread implements AutoCloseable {
  private final ExecutorService thread;
  private final Duration patience;
  private final AtomicLong steps = new AtomicLong();
  private long stepsWhenHung = -1;
  private Optional<Future<?>> running = Optional.empty();

  /**
   * @param patience real time without a step after which the work counts as hanging
   */
  PatientThread(String name, Duration patience) {
    this.patience = patience;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread daemon = new Thread(work, name);
              daemon.setDaemon(true);
              return daemon;
            });
  }

  interface Work {
    void run() throws IOException;
  }

  /** The work lives: it has done one more thing. */
  void step() {
    steps.incrementAndGet();
  }

  /**
   * Waits for the work, or for the one before it if that still hangs.
   *
   * @return false when it hangs
   */
  synchronized boolean run(Work work) throws IOException {
    if (running.isEmpty()) {
      step();
      running =
          Optional.of(
              thread.submit(
                  () -> {
                    work.run();
                    return null;
                  }));
    }
    Future<?> current = running.get();
    boolean ended = isEnded(current);
    if (ended) {
      running = Optional.empty();
      result(current);
    }
    return ended;
  }

  /** Waits as long as there are steps; work that hung before is not waited for until it moves. */
  private boolean isEnded(Future<?> work) {
    while (!work.isDone() && steps.get() != stepsWhenHung) {
      long before = steps.get();
      try {
        work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException still) {
        stepsWhenHung = steps.get() == before ? before : -1;
      } catch (ExecutionException ended) {
        return true;
      } catch (InterruptedException shutdown) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return work.isDone();
  }

  private static void result(Future<?> work) throws IOException {
    try {
      work.get();
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** What hangs is left to itself. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
