package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Stated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose a package is.
 *
 * @param claimed in whose name it comes where it is not known to come from that unit
 * @param doubts why a person has to say
 */
record Whose(Optional<Unit> unit, Optional<Unit> claimed, List<Defect> doubts) {
  Whose {
    doubts = List.copyOf(doubts);
  }

  static Whose of(Unit unit) {
    return new Whose(Optional.of(unit), Optional.empty(), List.of());
  }

  static Whose doubted(FindingCode code, String sentence) {
    return new Whose(
        Optional.empty(), Optional.empty(), List.of(new Defect(code.name(), "", sentence, false)));
  }

  Whose claimedBy(Optional<Unit> other) {
    return new Whose(unit, other, doubts);
  }

  /** By the place of arrival and what the package says. */
  static Whose named(List<Unit> named, Stated stated) {
    if (named.size() == 1) {
      return of(named.get(0));
    }
    return doubted(
        FindingCode.UNIT_UNKNOWN,
        named.isEmpty() ? unknown(stated) : "报送位置、单位代码、单位名称分别指向不同单位（" + names(named) + "），请认定。");
  }

  private static String unknown(Stated stated) {
    return stated
        .unitName()
        .or(stated::unitCode)
        .map(u -> "报送单位“" + u + "”不在单位名册中，请认定。")
        .orElse("材料未写明报送单位，请认定。");
  }

  static String names(List<Unit> units) {
    return units.stream().map(Unit::name).collect(Collectors.joining("、"));
  }
}
