package cn.baosong.architecture.offender.config;

import java.time.Clock;

/** Innocent: the one place that may look at the wall. */
public final class OfficeClock {
  Clock clock() {
    return Clock.systemUTC();
  }
}
