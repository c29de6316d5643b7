package cn.baosong.desk.night;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.decision.Decision;
import java.util.Set;
import java.util.stream.Collectors;

/** How a dossier stands in time, by its standing decision. */
public enum Timing {
  IN_TIME,
  /** One half of it came late, which can be corrected. */
  PART_LATE,
  LATE,
  /** A person decides. */
  UNDETERMINED,
  /** Its paper, or its files, have not come. */
  AWAITED;

  public static Timing of(Decision decision) {
    Set<FindingCode> codes =
        decision.findings().stream().map(Finding::code).collect(Collectors.toSet());
    return switch (decision.state()) {
      case AWAITING_PAPER, AWAITING_ELECTRONIC -> AWAITED;
      case RECEIVED, IN_REVIEW, ACCEPTED, RETURNED, REJECTED, SUPERSEDED, WITHDRAWN ->
          codes.contains(FindingCode.LATE)
              ? LATE
              : codes.contains(FindingCode.TIME_UNDETERMINED)
                  ? UNDETERMINED
                  : codes.contains(FindingCode.PART_LATE) ? PART_LATE : IN_TIME;
    };
  }
}
