package cn.baosong.core.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the office could not look into a source.
 *
 * @param id unique
 * @param source such as a mailbox and folder
 * @param began the last look that succeeded, in office time
 * @param ended the next one; empty while it lasts
 * @param cause in Chinese
 */
public record Outage(
    String id, String source, Instant began, Optional<Instant> ended, String cause) {
  /** The same, over. */
  public Outage over(Instant at) {
    return new Outage(id, source, began, Optional.of(at), cause);
  }
}
