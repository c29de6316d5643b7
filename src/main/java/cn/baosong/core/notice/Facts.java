package cn.baosong.core.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one letter knows, made fit to be shown as it comes in. */
final class Facts {
  /** Anything in braces; a template that names what is not a {@link Fact} has a fault. */
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]*)}");

  private final Map<Fact, String> values = new EnumMap<>(Fact.class);
  private final Map<Rows, List<List<String>>> tables = new EnumMap<>(Rows.class);

  Facts put(Fact fact, String value) {
    if (!value.isBlank()) {
      values.put(fact, Shown.text(value));
    }
    return this;
  }

  Facts put(Fact fact, Optional<String> value) {
    value.ifPresent(present -> put(fact, present));
    return this;
  }

  /** A value of our own making whose digits are no identity number. */
  Facts putExact(Fact fact, String value) {
    values.put(fact, value);
    return this;
  }

  Facts put(Rows table, List<List<String>> rows) {
    tables.put(table, rows.stream().map(Facts::shown).toList());
    return this;
  }

  Facts putAll(Facts others) {
    values.putAll(others.values);
    tables.putAll(others.tables);
    return this;
  }

  Optional<String> find(Fact fact) {
    return Optional.ofNullable(values.get(fact));
  }

  List<List<String>> rows(Rows table) {
    return tables.getOrDefault(table, List.of());
  }

  /**
   * The text with its facts in place; empty when it names one that this letter lacks. A value is
   * never read again: braces inside it are plain text.
   */
  Optional<String> fill(String template) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      Optional<String> value = Fact.named(matcher.group(1)).map(values::get);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(matcher.appendTail(out).toString());
  }

  private static List<String> shown(List<String> row) {
    return row.stream().map(Shown::cell).toList();
  }
}
