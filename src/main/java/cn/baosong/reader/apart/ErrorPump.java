package cn.baosong.reader.apart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a reader has to complain of into the office's log, so much and no more. */
final class ErrorPump {
  private static final Logger LOG = LoggerFactory.getLogger("cn.baosong.reader");
  private static final int MOST_LINES = 200;
  private static final int LONGEST = 1000;

  private ErrorPump() {}

  static void start(InputStream errors, String name) {
    Thread thread = new Thread(() -> pump(errors, name), name + "-errors");
    thread.setDaemon(true);
    thread.start();
  }

  private static void pump(InputStream errors, String name) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      int told = 0;
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          if (++told <= MOST_LINES) {
            LOG.info("{}: {}", name, OneLine.of(line.toString()));
          }
          line.setLength(0);
        } else if (line.length() < LONGEST) {
          line.append((char) c);
        }
      }
    } catch (IOException ended) {
      LOG.debug("{} ended", name, ended);
    }
  }
}
