package cn.baosong.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * One package of the season.
 *
 * @param name what happens, as the call's own case says it
 * @param expected state of its dossiers afterwards, as the case says it
 * @param file its name in the watched folder, or as an attachment
 * @param mailedBy the address it is mailed from; empty when it is put into the watched folder
 * @param at office time of its arrival
 */
public record Scene(
    String name,
    String expected,
    String file,
    Optional<String> mailedBy,
    Instant at,
    Contents contents) {
  /** What the unit sends. */
  @FunctionalInterface
  public interface Contents {
    void write(OutputStream to) throws IOException;
  }
}
