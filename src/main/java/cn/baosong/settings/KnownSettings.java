package cn.baosong.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every key under {@code baosong.*}, read off the records of the settings themselves. */
final class KnownSettings {
  private static final String ROOT = "baosong.";
  private static final Set<String> KEYS = keys(BaosongSettings.class, ROOT, new HashSet<>());

  private KnownSettings() {}

  /** The environment variables and system properties that look like ours and are not. */
  static List<String> unknownIn(Collection<String> variables, Collection<?> properties) {
    Set<String> asVariables = new HashSet<>();
    Set<String> asProperties = new HashSet<>();
    for (String key : KEYS) {
      asVariables.add(variable(key.replace(".", "")));
      asProperties.add(uniform(key));
    }
    List<String> unknown = new ArrayList<>();
    variables.stream()
        .filter(name -> name.startsWith("BAOSONG_") && !asVariables.contains(variable(name)))
        .sorted()
        .forEach(unknown::add);
    properties.stream()
        .map(String::valueOf)
        .filter(name -> name.startsWith(ROOT) && !asProperties.contains(uniform(name)))
        .sorted()
        .forEach(unknown::add);
    return unknown;
  }

  /** BAOSONG_ADMIN_PASSWORD and BAOSONG_ADMINPASSWORD are the same setting. */
  private static String variable(String name) {
    return uniform(name.replace("_", ""));
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
