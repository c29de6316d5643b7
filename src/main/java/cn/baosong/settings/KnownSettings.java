package cn.baosong.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every key under {@code baosong.*}, read off the records of the settings themselves. */
final class KnownSettings {
  private static final String ROOT = "baosong.";

  /** The place in a list, as a property writes it and as a variable does. */
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private static final Pattern NUMBER = Pattern.compile("_\\d+(?=_|$)");
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
        .filter(name -> name.startsWith("BAOSONG_"))
        .filter(name -> !asVariables.contains(variable(NUMBER.matcher(name).replaceAll(""))))
        .sorted()
        .forEach(unknown::add);
    properties.stream()
        .map(String::valueOf)
        .filter(name -> name.startsWith(ROOT))
        .filter(name -> !asProperties.contains(uniform(INDEX.matcher(name).replaceAll(""))))
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
        ofList(component).ifPresent(item -> keys(item, key + ".", into));
      }
    }
    return into;
  }

  /** The record that a list holds; empty for a list of words, and for what is no list. */
  private static Optional<Class<?>> ofList(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> item
            && item.isRecord()
        ? Optional.of(item)
        : Optional.empty();
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
