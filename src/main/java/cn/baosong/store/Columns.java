package cn.baosong.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of one row by name, in values that both databases take. */
final class Columns {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Set<String> ofFirst = new HashSet<>();

  Columns with(String column, Object value) {
    return put(column, value);
  }

  /** A value that the database works out: SQL of constants and columns, never of input. */
  Columns worked(String column, String sql) {
    places.put(column, sql);
    return this;
  }

  /** A text from a sender: cut to length, and without the characters no database takes. */
  Columns text(String column, String text, int most) {
    return with(column, clean(text, most));
  }

  Columns maybe(String column, Optional<?> value) {
    return put(column, value.map(Object::toString).orElse(null));
  }

  Columns maybeAt(String column, Optional<Instant> value) {
    return put(column, value.map(Columns::time).orElse(null));
  }

  Columns at(String column, Instant instant) {
    return with(column, time(instant));
  }

  /** A time that only the first save writes. */
  Columns firstAt(String column, Instant instant) {
    ofFirst.add(column);
    return at(column, instant);
  }

  boolean isOfFirst(String column) {
    return ofFirst.contains(column);
  }

  private Columns put(String column, @Nullable Object value) {
    values.put(column, value);
    places.put(column, ":" + column);
    return this;
  }

  /** What is bound, by column. */
  Map<String, @Nullable Object> values() {
    return values;
  }

  /** What stands for each column in the statement. */
  Map<String, String> places() {
    return places;
  }

  /** Both databases keep microseconds. */
  static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static String clean(String text, int most) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? 0xFFFD
                    : c)
        .limit(most / 2)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The first so many characters, each of which may be two of Java's. */
  static String beginning(String text, int signs) {
    return text.codePointCount(0, text.length()) <= signs
        ? text
        : text.substring(0, text.offsetByCodePoints(0, signs));
  }

  /** A key of any length as 64 characters. */
  static String digest(String... parts) {
    return HexFormat.of()
        .formatHex(sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
