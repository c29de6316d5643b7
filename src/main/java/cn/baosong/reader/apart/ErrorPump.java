package cn.baosong.reader.apart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a reader complains of into the office's log, so much a package and no more. */
final class ErrorPump {
  private static final Logger LOG = LoggerFactory.getLogger("cn.baosong.reader");
  private static final int MOST_LINES = 100;
  private static final int LONGEST = 1000;

  private final AtomicInteger left = new AtomicInteger(MOST_LINES);
  private final String name;

  ErrorPump(InputStream errors, String name) {
    this.name = name;
    Thread thread = new Thread(() -> pump(errors), name + "-errors");
    thread.setDaemon(true);
    thread.start();
  }

  /** Another package begins. */
  void begin() {
    left.set(MOST_LINES);
  }

  private void pump(InputStream errors) {
    try (BufferedReader characters =
        new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = characters.read(); c >= 0; c = characters.read()) {
        if (c == '\n') {
          tell(line.toString());
          line.setLength(0);
        } else if (line.length() < LONGEST) {
          line.append((char) c);
        }
      }
    } catch (IOException ended) {
      LOG.debug("{} ended", name, ended);
    }
  }

  private void tell(String line) {
    if (left.getAndDecrement() > 0) {
      LOG.info("{}: {}", name, OneLine.of(line));
    }
  }
}
