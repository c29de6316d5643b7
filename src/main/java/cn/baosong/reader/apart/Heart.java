package cn.baosong.reader.apart;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says from time to time that a package is still being read. */
final class Heart implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

  private final Deadline next;
  private final Runnable stillReading;

  Heart(Runnable stillReading) {
    this(stillReading, PAUSE);
  }

  Heart(Runnable stillReading, Duration pause) {
    this.next = new Deadline(pause);
    this.stillReading = stillReading;
  }

  void beat() {
    if (!next.passed()) {
      return;
    }
    next.renew();
    try {
      stillReading.run();
    } catch (RuntimeException unheard) {
      LOG.warn("nobody could be told that a package is still being read", unheard);
    }
  }

  @Override
  public void close() {
    next.cancel();
  }
}
