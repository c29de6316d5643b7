package cn.baosong.core.submission;

import cn.baosong.core.call.UnitCode;
import java.time.Instant;
import java.util.Optional;

/**
 * That an address speaks for a unit, as a clerk found. It lies over the registry of units, which
 * stays the office's own file.
 *
 * @param address as {@link Sender#key} writes it
 * @param at by the office's clock
 * @param reason how the clerk made sure
 * @param end when it was taken back; what came before stays as it was decided
 */
public record SenderBinding(
    String id,
    String address,
    UnitCode unit,
    String by,
    Instant at,
    String reason,
    Optional<End> end) {

  /** That it was taken back. */
  public record End(String by, Instant at, String reason) {}

  public boolean holds() {
    return end.isEmpty();
  }

  public SenderBinding ended(End taken) {
    return new SenderBinding(id, address, unit, by, at, reason, Optional.of(taken));
  }
}
