package cn.baosong.core.check;

import cn.baosong.core.check.TimeVerdict.Value;
import java.util.Comparator;
import java.util.List;

/** How several verdicts of time come to one. */
final class Verdicts {
  private static final Comparator<TimeVerdict> KINDEST =
      Comparator.comparingInt(
          v ->
              switch (v.value()) {
                case ON_TIME -> 0;
                case UNDETERMINED -> 1;
                case LATE -> 2;
              });

  private Verdicts() {}

  /** Of several arrivals of one thing the one that serves the unit best counts. */
  static TimeVerdict best(List<TimeVerdict> arrivals) {
    return arrivals.stream().min(KINDEST).orElseThrow();
  }

  /** Of several readings of one thing all must agree; else a person decides. */
  static TimeVerdict unanimous(List<TimeVerdict> readings, String doubt) {
    TimeVerdict first = readings.get(0);
    return readings.stream().allMatch(v -> v.value() == first.value())
        ? first
        : as(Value.UNDETERMINED, worst(readings), doubt);
  }

  /** The same facts under another verdict, with the reason put behind the computation. */
  static TimeVerdict as(Value value, TimeVerdict verdict, String reason) {
    return new TimeVerdict(
        value,
        verdict.deadline(),
        verdict.strictest(),
        verdict.mostLenient(),
        verdict.evidence(),
        verdict.explanation() + reason);
  }

  static boolean all(List<TimeVerdict> parts, Value value) {
    return parts.stream().allMatch(v -> v.value() == value);
  }

  private static TimeVerdict worst(List<TimeVerdict> readings) {
    return readings.stream().max(KINDEST).orElseThrow();
  }
}
