package cn.baosong.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema of the YAML routes that Camel ships and that Kaoto edits by. */
final class RouteSchema {
  private static final JsonSchema SCHEMA = load();

  private RouteSchema() {}

  static Stream<String> faults(RouteFile file) {
    JsonNode routes = file.isKamelet() ? asRoute(file.route()) : file.tree();
    return SCHEMA.validate(routes).stream().map(Object::toString);
  }

  /** A Kamelet's template is a route without a name. */
  private static JsonNode asRoute(JsonNode template) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return json.arrayNode().add(json.objectNode().set("route", template));
  }

  private static JsonSchema load() {
    try (InputStream stream = RouteSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
          .getSchema(Objects.requireNonNull(stream, "schema of camel-yaml-dsl"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
