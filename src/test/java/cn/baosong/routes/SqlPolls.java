package cn.baosong.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a route that polls the database may ask of it. */
final class SqlPolls {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern CLAIM =
      Pattern.compile("\\bupdate\\b.*\\bset\\b.*\\blease", Pattern.DOTALL);
  private static final Pattern GIVES_ROWS = Pattern.compile("\\bfinal\\s+table\\b|\\breturning\\b");
  private static final Pattern LIMIT =
      Pattern.compile("\\b(?:fetch\\s+(?:first|next)|limit)\\s+(\\d+)");

  /** A Kamelet whose instances say in which line they serve. */
  private static final String LINE = "{{line}}";

  private static final List<String> LINES = List.of("claim-submission", "claim-costly-submission");

  private SqlPolls() {}

  /** It runs after the commit, in a statement of its own: one row sent nine letters. */
  static Stream<String> afterwards(RouteFile file) {
    return Stream.of("onConsume", "onConsumeBatchComplete")
        .filter(key -> file.all(key).findAny().isPresent())
        .map(key -> "has " + key);
  }

  /** Camel looks up a file for the query alone; elsewhere it sends the file's name as SQL. */
  static Stream<String> faultFiles(RouteFile file) {
    return file.all("onConsumeFailed")
        .filter(statement -> statement.asText().startsWith("classpath:"))
        .map(statement -> "onConsumeFailed names a file");
  }

  /** A plain select claims nothing, since auto-commit frees its locks at once. */
  static Stream<String> claims(RouteFile file) {
    return queries(file)
        .filter(query -> !CLAIM.matcher(query).find() || !GIVES_ROWS.matcher(query).find())
        .map(query -> "the poll does not lease the rows it returns: " + query.strip());
  }

  /** What is claimed beyond the batch lies idle until its lease ends. */
  static Stream<String> batches(RouteFile file) {
    int batch = file.source().at("/parameters/maxMessagesPerPoll").asInt(Integer.MAX_VALUE);
    return queries(file)
        .filter(query -> limit(query) > batch)
        .map(query -> "takes " + batch + " rows and claims more: " + query.strip());
  }

  static Stream<String> transactions(RouteFile file) {
    JsonNode option = file.source().at("/parameters/transacted");
    return Faults.when(
        file.comesFrom("sql") && !option.isMissingNode(), "the consumer itself is transacted");
  }

  private static int limit(String query) {
    Matcher found = LIMIT.matcher(query);
    return found.find() ? Integer.parseInt(found.group(1)) : Integer.MAX_VALUE;
  }

  /** The query as written, or one for each database that has a folder of its own. */
  private static Stream<String> queries(RouteFile file) {
    if (!file.comesFrom("sql")) {
      return Stream.empty();
    }
    String query = file.source().at("/parameters/query").asText();
    if (query.contains(LINE)) {
      return LINES.stream().flatMap(line -> queries(query.replace(LINE, line)));
    }
    return queries(query);
  }

  private static Stream<String> queries(String query) {
    if (!query.startsWith("classpath:")) {
      return Stream.of(normal(query));
    }
    String place = query.substring("classpath:".length());
    return Stream.of("h2", "postgresql")
        .map(database -> RESOURCES.resolve(place.replace("{{baosong.database}}", database)))
        .map(SqlPolls::read)
        .map(SqlPolls::normal);
  }

  private static String normal(String query) {
    return query.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
  }

  private static String read(Path query) {
    try {
      return Files.exists(query)
          ? Files.readString(query, StandardCharsets.UTF_8)
          : "nothing, there is no " + query;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
