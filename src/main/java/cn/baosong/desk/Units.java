package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Sender;
import java.util.List;
import java.util.Optional;

/** The registry of units (推荐单位); it beats what a package says (decisions.md 18). */
public interface Units {
  Optional<Unit> find(UnitCode code);

  /** The one unit with this code, name or alias; empty when none or several match. */
  Optional<Unit> match(String nameOrCode);

  List<Unit> all();

  /**
   * The units that have an address in the registry.
   *
   * @param address as {@link Sender#key}
   */
  default List<Unit> at(String address) {
    return all().stream()
        .filter(unit -> unit.emails().stream().map(Sender::key).anyMatch(address::equals))
        .toList();
  }
}
