package cn.baosong.desk.route;

import java.time.Instant;
import java.util.Optional;

/**
 * A route that should run and does not.
 *
 * @param state what it says of itself, or {@code Missing}
 * @param since when it was stopped, or first seen not to run; in real time
 * @param halt who stopped it; empty when nobody did
 * @param forgotten whether it has been so for longer than a route is stopped with a purpose
 */
public record Idle(String id, String state, Instant since, Optional<Halt> halt, boolean forgotten) {

  /**
   * A route stopped or suspended by hand.
   *
   * @param by account
   * @param reason in the person's own words; empty when none was given
   */
  public record Halt(Instant at, String by, String reason) {}
}
