package cn.baosong.reader.apart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reader processes of an office: started when they are needed, kept for the next package. */
public final class Readers implements AutoCloseable {
  private static final int LONGEST_PAUSE_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  private final ReaderCommand command;
  private final WorkFolder work;
  private final int seats;
  private final BlockingDeque<Optional<ReaderProcess>> free = new LinkedBlockingDeque<>();
  private final Set<ReaderProcess> running = ConcurrentHashMap.newKeySet();
  private final Map<Loss, LongAdder> lost = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Empties the folder.
   *
   * @param work folder for unpacking that nobody else uses, on a disk of our own
   * @param seats readers at most
   */
  public Readers(ReaderCommand command, Path work, int seats) throws IOException {
    this.command = command;
    this.work = new WorkFolder(work);
    this.seats = seats;
    for (int i = 0; i < seats; i++) {
      free.add(Optional.empty());
    }
  }

  /** Why no reader could be started when it was last tried; empty when one could. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Processes that live. */
  public int running() {
    return (int) running.stream().filter(ReaderProcess::isAlive).count();
  }

  /** Readers that have a package. */
  public int busy() {
    return seats - free.size();
  }

  /** Readers lost since the start. */
  public long lost(Loss how) {
    LongAdder count = lost.get(how);
    return count == null ? 0 : count.sum();
  }

  /** A name that no file has yet, where readers can put one for the office. */
  Path target() {
    return work.target();
  }

  /** Waits for a seat; the one used last comes first, for its reader is warm, a lost one last. */
  Loan borrow(Heart heart) throws InterruptedException {
    while (true) {
      @Nullable Optional<ReaderProcess> seat = free.pollFirst(1, TimeUnit.SECONDS);
      if (seat != null) {
        return new Loan(seat);
      }
      heart.beat();
    }
  }

  /** A seat for one package. */
  final class Loan implements AutoCloseable {
    private Optional<ReaderProcess> seat;

    private Loan(Optional<ReaderProcess> seat) {
      this.seat = seat;
    }

    /** Has the package read, by a fresh reader when the last one was lost. */
    Ending ask(ReaderProcess.Package asked, Set<String> skipped, Patience patience)
        throws IOException, InterruptedException {
      ReaderProcess reader = filled(patience);
      seat = Optional.empty();
      try {
        Ending ending = reader.ask(asked, skipped, patience);
        refuseWhenClosed();
        if (ending instanceof Ending.Lost loss) {
          lost.computeIfAbsent(loss.loss(), any -> new LongAdder()).increment();
          LOG.warn(
              "a reader was lost over {}: {} at {}",
              asked.originals().get(0).getFileName(),
              loss.loss(),
              loss.document().isPresent() ? "a document" : "unpacking");
        } else if (!(ending instanceof Ending.Costly costly) || !costly.reading()) {
          seat = Optional.of(reader);
        }
        return ending;
      } finally {
        if (seat.isEmpty()) {
          end(reader);
        }
      }
    }

    /** Tries until the machine gives a process: that it does not is no fault of the package. */
    private ReaderProcess filled(Patience patience) throws IOException, InterruptedException {
      refuseWhenClosed();
      if (seat.filter(ReaderProcess::isAlive).isPresent()) {
        return seat.get();
      }
      if (seat.isPresent()) {
        end(seat.get());
      }
      for (int pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS)) {
        try {
          return start();
        } catch (IOException | OutOfMemoryError none) {
          // the error is how Java says that there is no thread left
          trouble = Optional.of(OneLine.of(String.valueOf(none.getMessage())));
          LOG.warn("no reader can be started, trying again in {} s", pause, none);
        }
        pause(pause, patience);
        patience.beginAnew();
      }
    }

    private void pause(int seconds, Patience patience) throws IOException, InterruptedException {
      patience.beat();
      if (closed.await(seconds, TimeUnit.SECONDS)) {
        refuseWhenClosed();
      }
    }

    @Override
    public void close() {
      if (seat.isPresent()) {
        free.addFirst(seat);
      } else {
        free.addLast(seat);
      }
    }
  }

  private ReaderProcess start() throws IOException, InterruptedException {
    ReaderProcess reader = ReaderProcess.start(command, work);
    running.add(reader);
    if (closed.getCount() == 0) {
      end(reader);
    }
    trouble = Optional.empty();
    return reader;
  }

  private void end(ReaderProcess reader) throws InterruptedException {
    try {
      reader.end();
    } finally {
      running.remove(reader);
    }
  }

  private void refuseWhenClosed() throws IOException {
    if (closed.getCount() == 0) {
      throw new IOException("the office ends; the package is read again at its next start");
    }
  }

  /** Leaves a little time to those that are nearly done, and then ends all. */
  public void closeAfter(Duration grace) {
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              try {
                close();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Ends all readers, whatever they are at. */
  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    for (ReaderProcess reader : running) {
      end(reader);
    }
  }
}
