package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units by code, and by every name they go by. */
final class UnitIndex {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
  private static final int LONGEST = 500;

  private final Map<UnitCode, Unit> byCode = new LinkedHashMap<>();
  private final Map<String, List<Unit>> byName = new HashMap<>();

  UnitIndex(List<Unit> units) {
    for (Unit unit : units) {
      byCode.put(unit.code(), unit);
      name(unit.code().value(), unit);
      name(unit.name(), unit);
      unit.aliases().forEach(alias -> name(alias, unit));
    }
  }

  Optional<Unit> find(UnitCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The one unit of that name; empty when none or several bear it. */
  Optional<Unit> match(String words) {
    if (words.length() > LONGEST) {
      return Optional.empty();
    }
    List<Unit> found = byName.getOrDefault(plain(words), List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  List<Unit> all() {
    return List.copyOf(byCode.values());
  }

  private void name(String name, Unit unit) {
    List<Unit> bearers = byName.computeIfAbsent(plain(name), n -> new ArrayList<>());
    if (!bearers.contains(unit)) {
      bearers.add(unit);
    }
  }

  private static String plain(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANK.matcher(text).replaceAll("");
  }
}
