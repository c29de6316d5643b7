package cn.baosong.architecture.offender.desk;

import java.time.Clock;
import java.time.LocalDate;

/** Innocent: asks the clock that it is given, and keeps arrays. */
public record TellsTime(Clock clock, byte[] seal, int[][] hours) {
  LocalDate today() {
    return LocalDate.now(clock);
  }
}
