package cn.baosong.web.page.sender;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For whom an address speaks, as a clerk typed it.
 *
 * @param unit code of a unit that was proposed
 * @param other code or name of another one, which goes first
 * @param seen when the page was read
 * @param failed whether mails that failed their proof pass too
 * @param cursor of the page that it stands on
 */
public record SenderForm(
    @Nullable String address,
    @Nullable String unit,
    @Nullable String other,
    @Nullable String reason,
    @Nullable String seen,
    @Nullable Boolean failed,
    @Nullable String cursor) {

  /** Nothing typed yet. */
  static SenderForm at(@Nullable String cursor) {
    return new SenderForm(null, null, null, null, null, null, cursor);
  }

  boolean failedToo() {
    return Boolean.TRUE.equals(failed);
  }

  Optional<String> named() {
    return said(other).or(() -> said(unit));
  }

  /** When the page was read; a page that does not say saw nothing. */
  Instant readAt() {
    try {
      return said(seen).map(Instant::parse).orElse(Instant.EPOCH);
    } catch (DateTimeException strange) {
      return Instant.EPOCH;
    }
  }

  static Optional<String> said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }
}
