package cn.baosong.store;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Filters;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list of submissions narrowed to what is asked, answered from the indexes alone: the rows hold
 * whole records.
 */
final class SubmissionList {
  private static final String KEYS =
      "select registered_at as place_at, number as place_id from submission";
  private static final String COUNTS = "select state, count(*) as many from submission";

  /** Both sides are folded alike; what a person types stands for itself, never for a pattern. */
  private static final String NAMED =
      "(lower(number) like :v escape '!' or search_name like :v escape '!'";

  /** A whole one means that submission, and nothing is searched. */
  private static final Pattern NUMBER = Pattern.compile("SJ-\\d{4}-\\d{6,9}");

  private SubmissionList() {}

  static Listing keys(Filters.OfSubmissions filter) {
    return narrowed(KEYS, filter);
  }

  static Map<SubmissionState, Long> counts(JdbcClient jdbc, Filters.OfSubmissions filter) {
    Map<SubmissionState, Long> counts = new EnumMap<>(SubmissionState.class);
    narrowed(COUNTS, filter.in(Optional.empty()))
        .read(jdbc, " group by state")
        .query(
            row -> {
              counts.put(SubmissionState.valueOf(row.getString("state")), row.getLong("many"));
            });
    return counts;
  }

  private static Listing narrowed(String select, Filters.OfSubmissions filter) {
    Listing list =
        new Listing(select, "registered_at", "number")
            .whereIs("channel", filter.channel().map(Enum::name))
            .whereIs("state", filter.state().map(Enum::name))
            .whereIs("call_id", filter.call())
            .whereIs("unit_code", filter.unit())
            .whereAt("registered_at", ">=", filter.from())
            .whereAt("registered_at", "<", filter.until());
    filter.words().ifPresent(words -> holding(list, words));
    return list;
  }

  private static void holding(Listing list, Filters.Words words) {
    String number = words.text().strip().toUpperCase(Locale.ROOT);
    if (NUMBER.matcher(number).matches()) {
      list.whereIs("number", Optional.of(number));
      return;
    }
    String pattern = "%" + literal(words.text().toLowerCase(Locale.ROOT)) + "%";
    if (words.units().isEmpty()) {
      list.where(NAMED + ")", pattern);
    } else {
      list.where(NAMED + " or unit_code in (:units))", pattern)
          .with("units", words.units().stream().map(Object::toString).toList());
    }
  }

  private static String literal(String text) {
    return Columns.clean(text, 200).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
