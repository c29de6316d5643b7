package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import java.util.List;
import java.util.Optional;

/** The registry of units (推荐单位); it beats what a package says (decisions.md 18). */
public interface Units {
  Optional<Unit> find(UnitCode code);

  /** The one unit with this code, name or alias; empty when none or several match. */
  Optional<Unit> match(String nameOrCode);

  List<Unit> all();
}
