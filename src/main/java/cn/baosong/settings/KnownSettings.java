package cn.baosong.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Every key under {@code baosong.*}, read off the records of the settings themselves. */
final class KnownSettings {
  private static final String ROOT = "baosong.";
  private static final Set<String> KEYS = keys(BaosongSettings.class, ROOT, new HashSet<>());

  private KnownSettings() {}

  /** The environment variables and system properties that look like ours and are not. */
  static List<String> unknownIn(Collection<String> variables, Collection<?> properties) {
    List<String> unknown = new ArrayList<>();
    variables.stream()
        .filter(name -> name.startsWith("BAOSONG_"))
        .filter(isNone(KnownSettings::asVariable))
        .sorted()
        .forEach(unknown::add);
    properties.stream()
        .map(String::valueOf)
        .filter(name -> name.startsWith(ROOT))
        .filter(isNone(KnownSettings::uniform))
        .sorted()
        .forEach(unknown::add);
    return unknown;
  }

  private static Predicate<String> isNone(java.util.function.UnaryOperator<String> form) {
    Set<String> forms = new HashSet<>();
    KEYS.forEach(key -> forms.add(form.apply(key)));
    return name -> !forms.contains(name.startsWith(ROOT) ? uniform(name) : name);
  }

  /**
   * BAOSONG_ADMINPASSWORD is Spring's own form, BAOSONG_ADMIN_PASSWORD the one that people write.
   */
  private static String asVariable(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String uniform(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> keys(Class<?> record, String prefix, Set<String> into) {
    for (RecordComponent component : record.getRecordComponents()) {
      String key = prefix + dashed(component.getName());
      if (component.getType().isRecord()) {
        keys(component.getType(), key + ".", into);
      } else {
        into.add(key);
      }
    }
    return into;
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
