package cn.baosong.store;

import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list with filters, read from where the last page ended by the sort keys of its last row: the
 * last page costs what the first one does.
 */
final class Listing {
  private final String select;
  private final String at;
  private final String id;
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

  Listing whereIs(String column, Optional<?> value) {
    value.ifPresent(v -> bind(column + " = :v" + values.size(), v.toString()));
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

  /** One number, or every text that begins so; whatever is typed stands for itself. */
  Listing whereNumberOrBeginning(String number, String text, String typed) {
    if (typed.matches("[A-Z]{2}-[0-9-]+")) {
      return whereIs(number, Optional.of(typed));
    }
    String literal = typed.replaceAll("[!%_]", "!$0");
    bind(text + " like :v" + values.size() + " escape '!'", literal + "%");
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

  private record Placed<T>(T item, Place place) {}

  private <T> Page<T> page(JdbcClient jdbc, Window window, RowMapper<T> row, boolean newest) {
    window.after().ifPresent(place -> beyond(place, newest ? "<" : ">"));
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    String order = newest ? " order by %s desc, %s desc" : " order by %s, %s";
    List<Placed<T>> found =
        jdbc.sql(select + where + order.formatted(at, id) + " fetch first :most rows only")
            .params(values)
            .param("most", window.limit() + 1)
            .query(
                (r, n) ->
                    new Placed<>(
                        row.mapRow(r, n),
                        new Place(Columns.instant(r, "place_at"), r.getString("place_id"))))
            .list();
    List<T> items = found.stream().limit(window.limit()).map(Placed::item).toList();
    Optional<Place> next =
        found.size() > window.limit()
            ? Optional.of(found.get(window.limit() - 1).place())
            : Optional.empty();
    return new Page<>(items, next);
  }

  /** The first half lets both databases use the index, the second decides. */
  private void beyond(Place place, String sign) {
    values.put("placeAt", Columns.time(place.at()));
    values.put("placeId", place.id());
    conditions.add("%s %s= :placeAt".formatted(at, sign));
    conditions.add("(%s %s :placeAt or %s %s :placeId)".formatted(at, sign, id, sign));
  }
}
