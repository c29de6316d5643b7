package cn.baosong.reader.draft;

import cn.baosong.desk.draft.Key;
import cn.baosong.reader.call.CallLoader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The schema of {@code call.yaml} as a list of its keys, for whoever writes one. */
final class SchemaGuide {
  private final JsonNode root;
  private final List<Key> keys = new ArrayList<>();

  private SchemaGuide(JsonNode root) {
    this.root = root;
  }

  static List<Key> read() {
    try (InputStream schema = CallLoader.class.getResourceAsStream("call.schema.json")) {
      SchemaGuide guide =
          new SchemaGuide(new ObjectMapper().readTree(Objects.requireNonNull(schema)));
      guide.walk("", guide.root);
      guide
          .root
          .path("$defs")
          .fields()
          .forEachRemaining(def -> guide.add("<" + def.getKey() + ">", def.getValue(), false));
      return List.copyOf(guide.keys);
    } catch (IOException e) {
      throw new UncheckedIOException("the application misses its schema", e);
    }
  }

  private void walk(String path, JsonNode node) {
    node.path("properties")
        .fields()
        .forEachRemaining(
            property ->
                add(
                    path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                    property.getValue(),
                    isRequired(node, property.getKey())));
    JsonNode any = node.path("additionalProperties");
    if (any.isObject() && !path.isEmpty()) {
      walk(path + ".*", any);
    }
    if (node.path("items").isObject()) {
      walk(path + "[]", node.path("items"));
    }
  }

  private void add(String path, JsonNode node, boolean required) {
    String definition = node.path("$ref").asText("").replace("#/$defs/", "");
    JsonNode told = definition.isEmpty() ? node : root.path("$defs").path(definition);
    keys.add(
        new Key(
            path,
            node.path("title").asText(told.path("title").asText("")),
            node.path("description").asText(definition.isEmpty() ? "" : "写法见 <" + definition + ">"),
            required));
    if (definition.isEmpty()) {
      walk(path, node);
    }
  }

  private static boolean isRequired(JsonNode holder, String key) {
    return StreamSupport.stream(holder.path("required").spliterator(), false)
        .anyMatch(name -> name.asText().equals(key));
  }
}
