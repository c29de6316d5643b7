package cn.baosong.reader.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options by which an office settles what notices leave open (domain.md 1.9), and the readings
 * each one knows.
 */
final class Options {
  private static final List<String> TRUTH = List.of("true", "false");
  private static final Pattern COUNT = Pattern.compile("none|[1-9][0-9]{0,2}");
  private static final Pattern ADMITTED_KEY = Pattern.compile("kind\\.([A-Z0-9_]+)\\.admitted");
  private static final Pattern COUNTED_KEY = Pattern.compile("kind\\.([A-Z0-9_]+)\\.countsAs");
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern FORCE_KEY = Pattern.compile("rule\\.([A-Za-z0-9_-]+)\\.force");

  private static final Map<Pattern, Pattern> OPEN =
      Map.of(
          FORCE_KEY, Pattern.compile("HARD|SOFT|MERIT"),
          ADMITTED_KEY, Pattern.compile("true|false"),
          COUNTED_KEY, KIND);

  private static final Set<String> COUNTED = Set.of("publicity.minDays", "attachments.maxPages");

  private static final Set<String> ACTING =
      Set.of(
          "deadline.dayInclusive",
          "deadline.rollForward",
          "deadline.basis",
          "channels.counter",
          "electronic.dateRule",
          "postmark.kind",
          "courier.rule",
          "quota.composition");

  private static final Map<String, List<String>> READINGS =
      Map.ofEntries(
          Map.entry("deadline.dayInclusive", TRUTH),
          Map.entry("deadline.rollForward", TRUTH),
          Map.entry("deadline.basis", List.of("POSTMARK", "ARRIVAL_POSTMARK", "RECEIPT")),
          Map.entry("channels.email.addresses", List.of("ANY", "PRINTED")),
          Map.entry("channels.counter", List.of("ACCEPT", "NOT_ALLOWED")),
          Map.entry("channels.nonPublic", List.of("LOCAL", "DIRECT")),
          Map.entry(
              "electronic.dateRule",
              List.of("SAME_AS_PAPER", "RECEIPT", "EITHER", "EITHER_THEN_CURE")),
          Map.entry("parts.lateEffect", List.of("CURE", "LATE")),
          Map.entry("postmark.kind", List.of("DISPATCH", "ARRIVAL")),
          Map.entry("courier.rule", List.of("ACCEPTANCE_SCAN", "RECEIPT", "NOT_ALLOWED")),
          Map.entry(
              "submission.multiplicity", List.of("REPLACE_UNTIL_DEADLINE", "FIRST_ONLY", "MERGE")),
          Map.entry("consistency.fields", List.of("MATERIAL", "ANY")),
          Map.entry("title.basis", List.of("HELD_POST", "TITLE")),
          Map.entry("exclusion.logic", List.of("ANY", "ALL")),
          Map.entry("evidence.discipline.required", List.of("ALL", "CADRES")),
          Map.entry("quota.composition", List.of("ALWAYS", "WHEN_ENOUGH", "IN_PROPORTION")),
          Map.entry("age.rule", List.of("YEAR_START", "INCLUSIVE", "BIRTHDAY")));

  private Options() {}

  /** Whether Baosong has such an option. */
  static boolean knows(String key) {
    return READINGS.containsKey(key) || COUNTED.contains(key) || open(key).isPresent();
  }

  /** Whether the checks themselves go by a key; items under a reading need none. */
  static boolean acts(String key) {
    return ACTING.contains(key) || open(key).isPresent();
  }

  static boolean admits(String key, String reading) {
    if (COUNTED.contains(key)) {
      return COUNT.matcher(reading).matches();
    }
    return open(key)
        .map(pattern -> pattern.matcher(reading).matches())
        .orElseGet(() -> READINGS.getOrDefault(key, List.of()).contains(reading));
  }

  /** What readings of a key that names a rule or a kind of unit look like. */
  private static Optional<Pattern> open(String key) {
    return OPEN.entrySet().stream()
        .filter(option -> option.getKey().matcher(key).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The rule whose force a key settles. */
  static Optional<String> forcedRule(String key) {
    return named(FORCE_KEY, key);
  }

  /** The kinds of unit that a key and its readings name. */
  static Set<String> kinds(String key, List<String> readings) {
    Set<String> kinds = new TreeSet<>();
    named(ADMITTED_KEY, key).ifPresent(kinds::add);
    named(COUNTED_KEY, key).ifPresent(kind -> kinds.addAll(readings));
    named(COUNTED_KEY, key).ifPresent(kinds::add);
    return kinds;
  }

  private static Optional<String> named(Pattern pattern, String key) {
    Matcher matcher = pattern.matcher(key);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
