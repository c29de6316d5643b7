package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import java.util.List;

/** Whether units of a kind deliver for a call themselves. */
public enum Admittance {
  ADMITTED,
  /** The notice leaves it open, and nobody has settled it. */
  OPEN,
  /** They are sent elsewhere, or the call does not know them. */
  NOT_ADMITTED;

  /**
   * @param unitKind in the words of the call; empty when it knows none of the unit's kinds
   */
  public static Admittance of(Call call, String unitKind) {
    if (call.admission().redirected().containsKey(unitKind)
        || !(call.admission().kinds().isEmpty()
            || call.admission().kinds().containsKey(unitKind))) {
      return NOT_ADMITTED;
    }
    List<String> readings = call.readings(Options.admitted(unitKind), "true");
    if (readings.equals(List.of("true"))) {
      return ADMITTED;
    }
    return readings.contains("true") ? OPEN : NOT_ADMITTED;
  }
}
