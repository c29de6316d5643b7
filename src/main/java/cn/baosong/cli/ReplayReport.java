package cn.baosong.cli;

import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.Replayed;

/** How a replay is told: each unit as soon as it is known, then the sum. */
interface ReplayReport {
  void unit(Replayed unit);

  void end(ReplayTally tally);

  /** Whether there is anything to tell of a unit. */
  static boolean isTold(Replayed unit) {
    return unit.name().isEmpty() || !unit.differing().isEmpty() || !unit.ruled().isEmpty();
  }
}
