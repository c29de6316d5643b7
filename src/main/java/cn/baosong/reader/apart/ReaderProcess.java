package cn.baosong.reader.apart;

import cn.baosong.desk.FormCutter;
import cn.baosong.reader.archive.ArchiveLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One reader and its folder, seen from the office. */
final class ReaderProcess {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long LAST_WORDS_SECONDS = 2;
  private static final long DEATH_SECONDS = 10;

  private final Process process;
  private final Path place;
  private final OutputStream in;
  private final AnswerPump answers;
  private final ErrorPump errors;

  private ReaderProcess(Process process, Path place) {
    this.process = process;
    this.place = place;
    this.in = process.getOutputStream();
    String name = "reader-" + process.pid();
    this.answers = new AnswerPump(process.getInputStream(), name);
    this.errors = new ErrorPump(process.getErrorStream(), name);
  }

  /**
   * Starts one and waits until it can be asked.
   *
   * @param work where it gets a folder of its own
   * @throws IOException when the machine gives no process, or none that answers
   */
  static ReaderProcess start(ReaderCommand command, WorkFolder work)
      throws IOException, InterruptedException {
    Path place = work.place();
    Optional<Process> process = Optional.empty();
    boolean ready = false;
    try {
      process = Optional.of(command.start(place));
      ReaderProcess reader = new ReaderProcess(process.get(), place);
      reader.awaitReady();
      ready = true;
      return reader;
    } finally {
      if (!ready) {
        process.ifPresent(Process::destroyForcibly);
        WorkFolder.delete(place);
      }
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Optional<Answer> first = answers.next(START.toMillis());
    if (first.filter(answer -> answer.kind() == Answer.Kind.READY).isEmpty()) {
      answers.stop();
      String end = process.isAlive() ? "" : ", it ends with " + process.exitValue();
      throw new IOException("a reader does not start" + end);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Has a package read; once this answers a loss, the process has ended. */
  Ending ask(Package asked, Set<String> skipped, Patience patience) throws InterruptedException {
    ProcessorTime spent = new ProcessorTime(process, asked.cheap());
    try {
      Messages.write(asked.question(place, skipped), in);
    } catch (IOException gone) {
      return lost(Optional.empty());
    }
    patience.begin();
    errors.begin();
    Optional<String> at = Optional.empty();
    while (true) {
      Optional<Answer> said = answers.next(patience.slice().toMillis());
      if (patience.isOver(said.isPresent(), place)) {
        return new Ending.Lost(Loss.TIME, at);
      }
      if (spent.isOver()) {
        return new Ending.Costly(true);
      }
      if (said.isEmpty()) {
        continue;
      }
      Answer answer = said.get();
      switch (answer.kind()) {
        case UNPACKED -> patience.unpacked();
        case READING -> at = answer.document();
        case OPENED -> {
          return new Ending.Read(answer.opened().orElseThrow());
        }
        case COSTLY -> {
          return new Ending.Costly(false);
        }
        case TAKEN -> {
          return new Ending.Taken();
        }
        case CUT -> {
          return new Ending.Cut(answer.cuts().orElseThrow());
        }
        case FAILED -> {
          return new Ending.Failed(OneLine.of(answer.reason().orElse("")));
        }
        case READY, GONE -> {
          return lost(at);
        }
      }
    }
  }

  private Ending lost(Optional<String> at) throws InterruptedException {
    boolean byItself = process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    boolean memory = byItself && process.exitValue() == ReaderChild.OUT_OF_MEMORY;
    return new Ending.Lost(memory ? Loss.MEMORY : Loss.DIED, at);
  }

  /** Ends it at once and clears its folder; it holds nothing that is worth waiting for. */
  synchronized void end() throws InterruptedException {
    process.destroyForcibly();
    answers.stop();
    process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS);
    WorkFolder.delete(place);
  }

  /**
   * What is to be read.
   *
   * @param scan whether it is one file of the mail room's scanner
   * @param wanted the one file to be taken out, where it is not to be read
   * @param cut the cells to be cut out of a scan, where that is all that is wanted
   * @param first the limits of its first turn, where this is it
   */
  record Package(
      ArchiveLimits archive,
      int maxPages,
      List<Path> originals,
      String name,
      boolean scan,
      Optional<Question.Wanted> wanted,
      Optional<FormCutter.Order> cut,
      Optional<ReaderLimits> first) {
    Package(
        ArchiveLimits archive,
        int maxPages,
        List<Path> originals,
        String name,
        boolean scan,
        Optional<Question.Wanted> wanted) {
      this(archive, maxPages, originals, name, scan, wanted, Optional.empty(), Optional.empty());
    }

    Package(
        ArchiveLimits archive,
        int maxPages,
        List<Path> originals,
        String name,
        Optional<Question.Wanted> wanted) {
      this(archive, maxPages, originals, name, false, wanted);
    }

    /** The same in its first turn, in which it may not cost much. */
    Package first(ReaderLimits limits) {
      return new Package(
          archive, maxPages, originals, name, scan, wanted, cut, Optional.of(limits));
    }

    private Optional<Duration> cheap() {
      return first.map(ReaderLimits::cheap);
    }

    Question question(Path place, Set<String> skipped) {
      return new Question(
          new Question.Setup(archive, maxPages, place.toString()),
          originals.stream().map(path -> path.toAbsolutePath().toString()).toList(),
          name,
          scan,
          skipped,
          wanted,
          cut,
          first.map(ReaderLimits::most));
    }
  }
}
