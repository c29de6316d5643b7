package cn.baosong.reader.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options by which an office settles what notices leave open (domain.md 1.9), and the readings
 * each one knows.
 */
final class Options {
  private static final List<String> TRUTH = List.of("true", "false");
  private static final Pattern COUNT = Pattern.compile("none|[1-9][0-9]{0,2}");
  private static final Pattern FORCE_KEY = Pattern.compile("rule\\.([A-Za-z0-9_-]+)\\.force");

  private static final Map<String, List<String>> READINGS =
      Map.ofEntries(
          Map.entry("deadline.dayInclusive", TRUTH),
          Map.entry("deadline.rollForward", TRUTH),
          Map.entry("deadline.basis", List.of("POSTMARK", "RECEIPT")),
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
          Map.entry("age.rule", List.of("YEAR_START", "INCLUSIVE", "BIRTHDAY")));

  private Options() {}

  /** The readings that a key knows; empty when Baosong has no such option. */
  static Optional<List<String>> readings(String key) {
    if (key.equals("publicity.minDays") || key.equals("attachments.maxPages")) {
      return Optional.of(List.of());
    }
    return FORCE_KEY.matcher(key).matches()
        ? Optional.of(List.of("HARD", "SOFT", "MERIT"))
        : Optional.ofNullable(READINGS.get(key));
  }

  static boolean admits(String key, String reading) {
    List<String> known = readings(key).orElse(List.of());
    return known.isEmpty() ? COUNT.matcher(reading).matches() : known.contains(reading);
  }

  /** The rule whose force a key settles. */
  static Optional<String> forcedRule(String key) {
    var matcher = FORCE_KEY.matcher(key);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static List<String> keys() {
    return READINGS.keySet().stream().sorted().toList();
  }
}
