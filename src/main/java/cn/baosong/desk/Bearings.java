package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes the bearings of a package: whose it is and which call it answers. The registry and the
 * place of arrival beat what the package says; where they disagree, a clerk decides.
 */
public final class Bearings {
  private final Calls calls;
  private final Units units;
  private final ZoneId zone;

  public Bearings(Calls calls, Units units, ZoneId zone) {
    this.calls = calls;
    this.units = units;
    this.zone = zone;
  }

  /** What was found; a part that is empty is told in the doubts. */
  public record Found(Optional<Call> call, Optional<Unit> unit, List<Defect> doubts) {}

  public ZoneId zone() {
    return zone;
  }

  /**
   * A clerk's assignment stands; else the place of arrival and the package's own words are
   * compared.
   */
  public Found of(Submission submission, Stated stated) {
    List<Defect> doubts = new ArrayList<>();
    Optional<Call> call =
        submission.call().flatMap(calls::find).or(() -> stated.call().flatMap(calls::match));
    if (call.isEmpty()) {
      doubts.add(callUnknown(stated));
    }
    Optional<Unit> unit =
        submission.unit().isPresent()
            ? submission.unit().flatMap(units::find)
            : unit(submission.first().folderUnit(), stated, doubts);
    return new Found(call, unit, doubts);
  }

  private Optional<Unit> unit(Optional<String> folder, Stated stated, List<Defect> doubts) {
    List<Unit> named =
        Stream.of(folder, stated.unitCode(), stated.unitName())
            .flatMap(Optional::stream)
            .flatMap(words -> found(words).stream())
            .distinct()
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.get(0));
    }
    doubts.add(
        named.isEmpty()
            ? unitUnknown(stated)
            : new Defect(
                FindingCode.UNIT_UNKNOWN.name(),
                "",
                "报送位置、单位代码、单位名称分别指向不同单位（"
                    + String.join("、", named.stream().map(Unit::name).toList())
                    + "），请认定。",
                false));
    return Optional.empty();
  }

  private Optional<Unit> found(String words) {
    Optional<Unit> byCode =
        words.isBlank() || words.length() > 64
            ? Optional.empty()
            : units.find(new UnitCode(words.strip()));
    return byCode.or(() -> units.match(words));
  }

  private static Defect callUnknown(Stated stated) {
    return new Defect(
        FindingCode.CALL_UNKNOWN.name(),
        "",
        stated.call().map(c -> "所写通知“" + c + "”不是在办通知，请认定。").orElse("材料未写明所报通知，请认定。"),
        false);
  }

  private static Defect unitUnknown(Stated stated) {
    return new Defect(
        FindingCode.UNIT_UNKNOWN.name(),
        "",
        stated
            .unitName()
            .or(stated::unitCode)
            .map(u -> "报送单位“" + u + "”不在单位名册中，请认定。")
            .orElse("材料未写明报送单位，请认定。"),
        false);
  }
}
