package cn.baosong.reader.apart;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a reader's answers off its output, so that they can be waited for with a limit. */
final class AnswerPump {
  /** A list of 5,000 people in escaped Chinese has some 10 MB. */
  private static final long LONGEST = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(AnswerPump.class);

  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(64);
  private final Thread thread;
  private volatile boolean stopped;

  AnswerPump(InputStream out, String name) {
    thread = new Thread(() -> pump(new Bounded(out)), name + "-answers");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next answer; empty when none came in time. */
  Optional<Answer> next(long millis) throws InterruptedException {
    return Optional.ofNullable(answers.poll(millis, TimeUnit.MILLISECONDS));
  }

  /** The reader is ended; whoever waits for it hears so. */
  void stop() {
    stopped = true;
    thread.interrupt();
    answers.clear();
    answers.offer(Answer.GONE);
  }

  private void pump(Bounded out) {
    try {
      try (MappingIterator<Answer> said = Messages.read(Answer.class, out)) {
        while (said.hasNextValue()) {
          answers.put(said.nextValue());
          out.left = LONGEST;
        }
      } catch (IOException | RuntimeException noAnswer) {
        if (!stopped) {
          LOG.warn("a reader said what is no answer: {}", OneLine.of(noAnswer.toString()));
        }
      }
      answers.put(Answer.GONE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a stream that goes on without an answer's end. */
  private static final class Bounded extends FilterInputStream {
    private long left = LONGEST;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      counted(read < 0 ? read : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return counted(super.read(into, from, length));
    }

    private int counted(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new IOException("an answer beyond " + LONGEST + " bytes");
      }
      return read;
    }
  }
}
