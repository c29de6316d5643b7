package cn.baosong.store;

import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A list with filters, read from where the last page ended by the sort keys of its last row: the
 * last page costs what the first one does.
 */
final class Listing {
  private final String select;
  private final String at;
  private final String id;
  private List<String> lead = List.of();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param select without conditions, of constants
   * @param at column of the instant that it is sorted by, also selected as {@code place_at}
   * @param id column that decides among equal instants, also selected as {@code place_id}
   */
  Listing(String select, String at, String id) {
    this.select = select;
    this.at = at;
    this.id = id;
  }

  /** A fixed condition. */
  Listing where(String condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * The index of the column that is named last gives the list its order, so the one that leaves
   * fewest belongs there.
   */
  Listing whereIs(String column, Optional<?> value) {
    value.ifPresent(
        v -> {
          bind(column + " = :v" + values.size(), v.toString());
          lead = List.of(column);
        });
    return this;
  }

  /** The columns, each of one value, that the index which gives the order begins with. */
  Listing ledBy(String... columns) {
    lead = List.of(columns);
    return this;
  }

  /** A flag that must be set; its index then gives the order. */
  Listing whereTrue(String column, boolean wanted) {
    if (wanted) {
      lead = List.of(column);
      where(column + " = true");
    }
    return this;
  }

  /** Nothing is among none. */
  Listing whereAmong(String column, Collection<String> some) {
    if (some.isEmpty()) {
      return where("1 = 0");
    }
    bind(column + " in (:v" + values.size() + ")", some);
    return this;
  }

  Listing whereWithin(String column, Optional<Filters.Span> span) {
    span.ifPresent(
        s -> {
          bind(column + " >= :v" + values.size(), Columns.time(s.from()));
          bind(column + " < :v" + values.size(), Columns.time(s.until()));
        });
    return this;
  }

  /**
   * One dossier by its number, or every one whose candidate's name begins so; whatever is typed
   * stands for itself.
   *
   * @param table of dossiers, as the columns are named
   */
  Listing whereNumberOrBeginning(String table, String typed) {
    if (typed.matches("[A-Z]{2}-[0-9-]+")) {
      return whereIs(table + "number", Optional.of(typed));
    }
    int signs = typed.codePointCount(0, typed.length());
    if (signs == 1) {
      return whereIs(table + "name_1", Optional.of(typed));
    }
    if (signs > 2) {
      String literal = typed.replaceAll("[!%_]", "!$0");
      bind(table + "candidate_name like :v" + values.size() + " escape '!'", literal + "%");
    }
    return whereIs(table + "name_2", Optional.of(Columns.beginning(typed, 2)));
  }

  Listing whereAt(String column, String sign, Optional<Instant> instant) {
    instant.ifPresent(
        at -> bind("%s %s :v%d".formatted(column, sign, values.size()), Columns.time(at)));
    return this;
  }

  /**
   * @param condition of constants, with {@code :v} wherever the value belongs
   */
  Listing where(String condition, Object value) {
    bind(condition.replaceAll(":v\\b", ":v" + values.size()), value);
    return this;
  }

  /** A value that a condition names. */
  Listing with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  private void bind(String condition, Object value) {
    values.put("v" + values.size(), value);
    conditions.add(condition);
  }

  <T> Page<T> newestFirst(JdbcClient jdbc, Window window, RowMapper<T> row) {
    return page(jdbc, window, row, true);
  }

  <T> Page<T> oldestFirst(JdbcClient jdbc, Window window, RowMapper<T> row) {
    return page(jdbc, window, row, false);
  }

  /** One list of several that have no row in common, each walked by its own index. */
  static <T> Page<T> oldestFirst(
      List<Listing> parts, JdbcClient jdbc, Window window, RowMapper<T> row) {
    Comparator<Placed<T>> rising =
        Comparator.comparing(
            Placed::place, Comparator.comparing(Place::at).thenComparing(Place::id));
    return page(
        parts.stream()
            .flatMap(part -> part.found(jdbc, window, row, false).stream())
            .sorted(window.before().isPresent() ? rising.reversed() : rising)
            .limit(window.limit() + 1L)
            .toList(),
        window);
  }

  private record Placed<T>(T item, Place place) {}

  private <T> Page<T> page(JdbcClient jdbc, Window window, RowMapper<T> row, boolean newest) {
    return page(found(jdbc, window, row, newest), window);
  }

  private static <T> Page<T> page(List<Placed<T>> found, Window window) {
    return window.before().isPresent() ? pageBefore(found, window) : pageBehind(found, window);
  }

  /** One more than the page holds, from its edge on. */
  private <T> List<Placed<T>> found(
      JdbcClient jdbc, Window window, RowMapper<T> row, boolean newest) {
    window.after().ifPresent(place -> beyond(place, newest ? "<" : ">"));
    window.before().ifPresent(place -> beyond(place, newest ? ">" : "<"));
    boolean backwards = window.before().isPresent();
    return read(jdbc, order(newest == backwards, backwards) + " fetch first :most rows only")
        .param("most", window.limit() + 1)
        .query(
            (r, n) ->
                new Placed<>(
                    row.mapRow(r, n),
                    new Place(Columns.instant(r, "place_at"), r.getString("place_id"))))
        .list();
  }

  /** H2 walks an index in its order only when the order names its columns from the first on. */
  private String order(boolean rising, boolean backwards) {
    String first =
        lead.stream()
            .map(column -> column + (backwards ? " desc, " : ", "))
            .collect(Collectors.joining());
    return " order by " + first + (rising ? "%s, %s" : "%s desc, %s desc").formatted(at, id);
  }

  private static <T> Page<T> pageBehind(List<Placed<T>> found, Window window) {
    List<Placed<T>> page = found.subList(0, Math.min(found.size(), window.limit()));
    boolean more = found.size() > window.limit();
    return new Page<>(
        page.stream().map(Placed::item).toList(),
        more ? last(page) : Optional.empty(),
        window.after().isPresent() ? first(page) : Optional.empty());
  }

  /** What stands in front of a place has that place behind it. */
  private static <T> Page<T> pageBefore(List<Placed<T>> found, Window window) {
    List<Placed<T>> page =
        new ArrayList<>(found.subList(0, Math.min(found.size(), window.limit())));
    Collections.reverse(page);
    boolean more = found.size() > window.limit();
    return new Page<>(
        page.stream().map(Placed::item).toList(),
        last(page),
        more ? first(page) : Optional.empty());
  }

  private static <T> Optional<Place> first(List<Placed<T>> page) {
    return page.stream().findFirst().map(Placed::place);
  }

  private static <T> Optional<Place> last(List<Placed<T>> page) {
    return page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1).place());
  }

  /** The select with its conditions, so far without order. */
  StatementSpec read(JdbcClient jdbc, String tail) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(select + where + tail).params(values);
  }

  /** The first half lets both databases use the index, the second decides. */
  private void beyond(Place place, String sign) {
    values.put("placeAt", Columns.time(place.at()));
    values.put("placeId", place.id());
    conditions.add("%s %s= :placeAt".formatted(at, sign));
    conditions.add("(%s %s :placeAt or %s %s :placeId)".formatted(at, sign, id, sign));
  }
}
