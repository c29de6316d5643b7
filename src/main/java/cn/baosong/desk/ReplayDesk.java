package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides a stored season once more, under rules that may have changed (contract.md 8): what would
 * have come of the same deliveries at the same moments. It only reads.
 */
public final class ReplayDesk {
  /** Units in memory at a time. */
  private static final int AT_ONCE = 50;

  private final Season season;
  private final Units units;
  private final Rules rules;

  /** What decides: the checks of the office, and its days. */
  public record Rules(Checks checks, WorkingDays workingDays, ZoneId zone) {
    CaseFile.Calendar calendar() {
      return new CaseFile.Calendar(workingDays, zone);
    }
  }

  public ReplayDesk(Season season, Units units, Rules rules) {
    this.season = season;
    this.units = units;
    this.rules = rules;
  }

  /**
   * Which part of a season, and until when.
   *
   * @param unit only this one; empty means every unit
   * @param asOf a moment at which everything is assessed once more after what is stored, so that
   *     terms and windows end that ran then
   */
  public record Scope(Optional<UnitCode> unit, Optional<Instant> asOf) {
    public static final Scope WHOLE = new Scope(Optional.empty(), Optional.empty());
  }

  /** Tells of each unit with a dossier, by code; a few units are in memory at a time. */
  public void replay(Call call, Scope scope, Consumer<Replayed> each) {
    List<UnitCode> some = scope.unit().map(List::of).orElseGet(() -> after(call, Optional.empty()));
    while (!some.isEmpty()) {
      Map<UnitCode, Season.Kept> kept = season.of(call.id(), some);
      for (UnitCode unit : some) {
        Optional.ofNullable(kept.get(unit))
            .map(stored -> replayed(unit, stored, call, scope.asOf()))
            .ifPresent(each);
      }
      UnitCode last = some.get(some.size() - 1);
      some = scope.unit().isPresent() ? List.of() : after(call, Optional.of(last));
    }
  }

  private List<UnitCode> after(Call call, Optional<UnitCode> last) {
    return season.unitsAfter(call.id(), last, AT_ONCE);
  }

  private Replayed replayed(UnitCode code, Season.Kept stored, Call call, Optional<Instant> asOf) {
    return units
        .find(code)
        .map(unit -> new UnitReplay(call, unit, stored, rules).until(asOf))
        .orElseGet(() -> new Replayed(code, Optional.empty(), 0, 0, List.of(), List.of()));
  }
}
