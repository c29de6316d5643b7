package cn.baosong.reader.apart;

import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.pack.FrontDoor;
import cn.baosong.reader.pack.ReadingWatch;
import cn.baosong.reader.scan.FormCuts;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reader's own side: takes one package after another and tells what it is at, so that whoever
 * waits knows which file is to blame when nothing more comes.
 */
public final class ReaderChild {
  /** What a JVM ends with on {@code -XX:+ExitOnOutOfMemoryError}. */
  static final int OUT_OF_MEMORY = 3;

  private static final int OTHER_ERROR = 4;

  /** As many as are searched for codes. */
  private static final int MOST_FORM_PAGES = 40;

  private static final Logger LOG = LoggerFactory.getLogger(ReaderChild.class);

  private final OutputStream out;
  private final BlockingQueue<Question> questions = new SynchronousQueue<>();
  private Optional<Door> door = Optional.empty();

  private record Door(Question.Setup setup, ArchiveOpener opener, FrontDoor front) {}

  private ReaderChild(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /**
   * Serves until its input ends, even in the midst of a package: then nobody waits for it any more.
   *
   * @param out for answers and nothing else
   */
  public static void serve(InputStream in, OutputStream out) throws IOException {
    ReaderChild child = new ReaderChild(out);
    Thread worker = new Thread(child::work, "reader");
    worker.setDaemon(true);
    worker.start();
    try (MappingIterator<Question> asked = Messages.read(Question.class, in)) {
      while (asked.hasNextValue()) {
        child.questions.put(asked.nextValue());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      Messages.write(Answer.of(Answer.Kind.READY), out);
      while (true) {
        Messages.write(answer(questions.take()), out);
      }
    } catch (OutOfMemoryError unseen) {
      // thrown by the libraries' own arithmetic, which the JVM's switch does not see
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (IOException | InterruptedException | RuntimeException | Error lost) {
      LOG.error("reader ends", lost);
      Runtime.getRuntime().halt(OTHER_ERROR);
    }
  }

  private Answer answer(Question question) {
    try {
      Door door = open(question.setup());
      if (question.wanted().isPresent()) {
        OneFile.take(question, question.wanted().get(), door.opener());
        return Answer.of(Answer.Kind.TAKEN);
      }
      if (question.cut().isPresent()) {
        return Answer.cut(FormCuts.of(question.cut().get(), MOST_FORM_PAGES));
      }
      FrontDoor front = door.front();
      if (question.scan()) {
        return Answer.opened(
            front.openScan(question.paths().get(0), question.name(), watch(question.skipped())));
      }
      if (question.most().isPresent()) {
        return front
            .openAtOnce(
                question.paths(), question.name(), watch(question.skipped()), question.most().get())
            .map(Answer::opened)
            .orElseGet(() -> Answer.of(Answer.Kind.COSTLY));
      }
      return Answer.opened(
          front.open(question.paths(), question.name(), watch(question.skipped())));
    } catch (IOException | RuntimeException failure) {
      return Answer.failed(failure.toString());
    }
  }

  private Door open(Question.Setup setup) {
    Door now = door.filter(open -> open.setup().equals(setup)).orElseGet(() -> door(setup));
    door = Optional.of(now);
    return now;
  }

  private static Door door(Question.Setup setup) {
    ArchiveOpener opener = new ArchiveOpener(setup.archive());
    return new Door(setup, opener, new FrontDoor(opener, Path.of(setup.place()), setup.maxPages()));
  }

  private ReadingWatch watch(Set<String> skipped) {
    return new ReadingWatch() {
      @Override
      public void goesOn() {
        tell(Answer.of(Answer.Kind.UNPACKED));
      }

      @Override
      public boolean mayRead(Entry file) {
        if (skipped.contains(file.sha256())) {
          return false;
        }
        tell(Answer.reading(file.sha256()));
        return true;
      }
    };
  }

  private void tell(Answer progress) {
    try {
      Messages.write(progress, out);
    } catch (IOException nobodyListens) {
      throw new UncheckedIOException(nobodyListens);
    }
  }
}
