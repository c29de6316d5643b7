package cn.baosong.store;

import cn.baosong.desk.Act;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Drill;
import cn.baosong.desk.NotDurable;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The barrier (house.md 3, decisions.md 5): one thread numbers the committed events, chains their
 * hashes, and puts them on disk below {@code baosong.home/journal}. Callers that come while it
 * works share the next round.
 */
public final class Journal implements Barrier, Changes, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** Bytes of a file of the journal. */
  private static final long ROLL_AT = 16L << 20;

  /** Letters become due only when journaled, whether anyone waits or not. */
  private static final long TICK_MILLIS = 200;

  private final LinkedBlockingQueue<CompletableFuture<Boolean>> waiters =
      new LinkedBlockingQueue<>();
  private final OneWriter alone;
  private final OneOffice office;
  private final JournalFiles files;
  private final JournalWriter writer;
  private final List<Runnable> told = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "journal");
  private volatile long latest;
  private volatile boolean closed;
  private volatile boolean lastRoundFailed;
  private volatile @Nullable NotDurable lost;

  private Journal(OneWriter alone, OneOffice office, JournalFiles files, JournalWriter writer) {
    this.alone = alone;
    this.office = office;
    this.files = files;
    this.writer = writer;
    this.latest = writer.last();
  }

  /**
   * Brings journal and database together: what a crash left between them is completed, and a
   * database that was lost is rebuilt. Then starts the writer.
   *
   * @param home {@code baosong.home}
   * @param drill is told of every write
   * @throws IllegalStateException when they tell different histories, or another process writes it
   * @throws IOException when the journal cannot be read or written, or was changed
   */
  public static Journal start(
      DataSource source,
      PlatformTransactionManager manager,
      Path home,
      ObjectMapper mapper,
      Drill drill)
      throws IOException {
    Setting setting = new Setting(mapper, Disk.under(drill, "journal"), ROLL_AT);
    return start(source, manager, home, setting);
  }

  /** What a test replaces. */
  record Setting(ObjectMapper mapper, Disk disk, long rollAt) {}

  static Journal start(
      DataSource source, PlatformTransactionManager manager, Path home, Setting setting)
      throws IOException {
    Path directory = directory(home);
    setting.disk().directories(directory, directory);
    OneWriter alone = OneWriter.of(directory);
    try {
      Journal journal = recovered(alone, source, manager, directory, setting);
      journal.thread.setDaemon(true);
      journal.thread.start();
      return journal;
    } catch (IOException | RuntimeException failed) {
      alone.close();
      throw failed;
    }
  }

  private static Journal recovered(
      OneWriter alone,
      DataSource source,
      PlatformTransactionManager manager,
      Path directory,
      Setting setting)
      throws IOException {
    Dialect dialect = Dialect.of(source);
    OneOffice office = OneOffice.of(source, dialect);
    try {
      JdbcClient jdbc = JdbcClient.create(source);
      JournalRows rows = new JournalRows(jdbc, manager, dialect);
      JournalRecovery recovery =
          new JournalRecovery(
              rows, new Restoration(jdbc, manager, rows, setting.mapper()), directory);
      JournalFiles files =
          new JournalFiles(directory, setting.rollAt(), setting.disk(), recovery.known());
      JournalWriter writer = new JournalWriter(rows, files, recovery.run(files));
      return new Journal(alone, office, files, writer);
    } catch (IOException | RuntimeException failed) {
      office.close();
      throw failed;
    }
  }

  static Path directory(Path home) {
    return home.toAbsolutePath().resolve("journal");
  }

  /** Whether the last round succeeded; false for good once the disk failed to confirm. */
  public boolean healthy() {
    return lost == null && !lastRoundFailed && !closed;
  }

  /** How many acts of a kind were put on disk since the start. */
  public long written(Act.Kind kind) {
    return writer.written(kind.name());
  }

  @Override
  public long latest() {
    return latest;
  }

  @Override
  public void whenChanged(Runnable listener) {
    told.add(listener);
  }

  @Override
  public void await() throws InterruptedException {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    waiters.add(mine);
    if (lost != null || closed) {
      // the writer may have ended before it could see this caller
      fail(List.of(mine), new NotDurable("the journal is no longer written"));
    }
    try {
      mine.get();
    } catch (ExecutionException e) {
      throw new NotDurable("the journal was not written", e);
    }
  }

  private void run() {
    while (!closed && lost == null) {
      List<CompletableFuture<Boolean>> mine = new ArrayList<>();
      try {
        CompletableFuture<Boolean> first = waiters.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          mine.add(first);
          waiters.drainTo(mine);
        }
        round(mine);
      } catch (InterruptedException e) {
        closed = true;
        fail(mine, new NotDurable("the journal is being closed"));
      }
    }
    List<CompletableFuture<Boolean>> late = new ArrayList<>();
    waiters.drainTo(late);
    fail(late, new NotDurable("the journal is no longer written"));
  }

  /** A round that fails for the database or for want of space is tried again with the next. */
  private void round(List<CompletableFuture<Boolean>> mine) {
    try {
      office.confirm();
      writer.round();
      long before = latest;
      latest = writer.last();
      lastRoundFailed = false;
      mine.forEach(waiter -> waiter.complete(true));
      if (latest != before) {
        told.forEach(Runnable::run);
      }
    } catch (JournalWriter.Lost e) {
      LOG.error("Nothing leaves the office until a restart", e);
      lost = new NotDurable("what was confirmed is not certain", e);
      fail(mine, e);
    } catch (IOException | RuntimeException e) {
      if (!lastRoundFailed) {
        LOG.error("The journal cannot be written now; nothing leaves the office until it is", e);
      }
      lastRoundFailed = true;
      fail(mine, e);
    }
  }

  private static void fail(List<CompletableFuture<Boolean>> waiters, Exception why) {
    waiters.forEach(waiter -> waiter.completeExceptionally(why));
  }

  /** Ends after the round under way. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    files.close();
    office.close();
    alone.close();
  }
}
