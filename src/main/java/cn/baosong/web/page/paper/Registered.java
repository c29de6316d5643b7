package cn.baosong.web.page.paper;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.Units;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry as it is looked up while typing. */
final class Registered {
  private static final int SHOWN = 30;

  private Registered() {}

  /** The one unit that goes by a name, an alias or a code. */
  static Optional<Unit> unit(String typed, Units units) {
    return code(typed).flatMap(units::find).or(() -> units.match(typed));
  }

  /** Units of which name, alias or code holds what is typed; the first {@value #SHOWN}. */
  static List<Unit> like(String typed, Units units) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    return units.all().stream()
        .filter(unit -> words(unit).anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(part)))
        .limit(SHOWN)
        .toList();
  }

  private static Stream<String> words(Unit unit) {
    return Stream.concat(Stream.of(unit.name(), unit.code().value()), unit.aliases().stream());
  }

  private static Optional<UnitCode> code(String typed) {
    try {
      return Optional.of(new UnitCode(typed));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }
}
