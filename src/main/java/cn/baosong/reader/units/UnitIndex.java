package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Sender;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units by code, by every name they go by, and by their addresses. */
final class UnitIndex {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
  private static final int LONGEST = 500;

  private final Map<UnitCode, Unit> byCode = new LinkedHashMap<>();
  private final Map<String, List<Unit>> byName = new HashMap<>();
  private final Map<String, List<Unit>> byAddress = new HashMap<>();
  private final List<Unit> all;

  UnitIndex(List<Unit> units) {
    for (Unit unit : units) {
      byCode.put(unit.code(), unit);
      name(unit.code().value(), unit);
      name(unit.name(), unit);
      unit.aliases().forEach(alias -> name(alias, unit));
    }
    all = List.copyOf(byCode.values());
    for (Unit unit : all) {
      unit.emails().forEach(address -> bears(byAddress, Sender.key(address), unit));
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
    return all;
  }

  /** All units that share an address; the empty one is nobody's. */
  List<Unit> at(String address) {
    return address.isEmpty() ? List.of() : List.copyOf(byAddress.getOrDefault(address, List.of()));
  }

  private void name(String name, Unit unit) {
    bears(byName, plain(name), unit);
  }

  private static void bears(Map<String, List<Unit>> index, String name, Unit unit) {
    List<Unit> bearers = index.computeIfAbsent(name, n -> new ArrayList<>());
    if (!bearers.contains(unit)) {
      bearers.add(unit);
    }
  }

  private static String plain(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANK.matcher(text).replaceAll("");
  }
}
