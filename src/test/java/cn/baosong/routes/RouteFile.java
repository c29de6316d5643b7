package cn.baosong.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of {@code routes/} as it stands.
 *
 * @param name the file's name without folder
 * @param text what is written in it
 * @param tree the same as data; a doubled key or a second document is refused in reading
 */
record RouteFile(String name, String text, JsonNode tree) {
  private static final String ROUTE = ".camel.yaml";
  private static final String KAMELET = ".kamelet.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .build();

  static RouteFile of(String name, String text) {
    try {
      return new RouteFile(name, text, YAML.readTree(text));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(name + " is not readable YAML", unreadable);
    }
  }

  /** All routes of a folder and the Kamelets of its {@code kamelets/}, by name. */
  static List<RouteFile> inFolder(Path routes) throws IOException {
    return Stream.concat(
            files(routes, ROUTE).stream(), files(routes.resolve("kamelets"), KAMELET).stream())
        .toList();
  }

  boolean isKamelet() {
    return name.endsWith(KAMELET);
  }

  String stem() {
    return name.substring(0, name.length() - (isKamelet() ? KAMELET : ROUTE).length());
  }

  /** What holds {@code from}: the route, or the Kamelet's template. */
  JsonNode route() {
    return isKamelet() ? tree.at("/spec/template") : tree.at("/0/route");
  }

  JsonNode source() {
    return route().path("from");
  }

  boolean comesFrom(String component) {
    return source().path("uri").asText().equals(component);
  }

  /** Every value that stands under the key, at whatever depth. */
  Stream<JsonNode> all(String key) {
    return entries(tree).filter(entry -> entry.getKey().equals(key)).map(Map.Entry::getValue);
  }

  Stream<Map.Entry<String, JsonNode>> entries() {
    return entries(tree);
  }

  private static Stream<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    Stream<Map.Entry<String, JsonNode>> here = node.properties().stream();
    Stream<JsonNode> below = StreamSupport.stream(node.spliterator(), false);
    return Stream.concat(here, below.flatMap(RouteFile::entries));
  }

  private static List<RouteFile> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .map(RouteFile::read)
          .toList();
    }
  }

  private static RouteFile read(Path path) {
    try {
      return of(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(path + " is not readable", unreadable);
    }
  }
}
