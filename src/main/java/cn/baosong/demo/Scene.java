package cn.baosong.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * One package of the season.
 *
 * @param name what happens, as the call's own case says it
 * @param expected state of its dossiers afterwards, as the case says it
 * @param file its name in the watched folder
 * @param at office time of its drop
 */
public record Scene(String name, String expected, String file, Instant at, Contents contents) {
  /** What the unit sends. */
  @FunctionalInterface
  public interface Contents {
    void write(OutputStream to) throws IOException;
  }
}
