package cn.baosong.reader.call;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Form values to JSON and back; blanks and nulls are left out, since they are no facts. */
final class JsonValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonValues() {}

  static ObjectNode filled(FormData data) {
    return object(data.fields());
  }

  static FormData data(JsonNode object) {
    return new FormData(values(object));
  }

  private static ObjectNode object(Map<String, Value> fields) {
    ObjectNode object = NODES.objectNode();
    fields.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            object.set(name, node(value));
          }
        });
    return object;
  }

  private static JsonNode node(Value value) {
    if (value instanceof Value.Text text) {
      return NODES.textNode(text.text());
    } else if (value instanceof Value.Number number) {
      return NODES.numberNode(number.number());
    } else if (value instanceof Value.Flag flag) {
      return NODES.booleanNode(flag.flag());
    } else if (value instanceof Value.Many many) {
      ArrayNode array = NODES.arrayNode();
      many.values().stream().filter(v -> !v.isBlank()).forEach(v -> array.add(node(v)));
      return array;
    }
    return object(((Value.Fields) value).fields());
  }

  private static Map<String, Value> values(JsonNode object) {
    Map<String, Value> values = new LinkedHashMap<>();
    object.properties().forEach(p -> put(values, p.getKey(), p.getValue()));
    return values;
  }

  private static void put(Map<String, Value> values, String name, JsonNode node) {
    if (!node.isNull() && !node.isMissingNode()) {
      values.put(name, value(node));
    }
  }

  private static Value value(JsonNode node) {
    if (node.isObject()) {
      return new Value.Fields(values(node));
    } else if (node.isArray()) {
      List<Value> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new Value.Many(items);
    } else if (node.isBoolean()) {
      return new Value.Flag(node.booleanValue());
    } else if (node.isNumber()) {
      return new Value.Number(new BigDecimal(node.asText()));
    }
    return new Value.Text(node.asText());
  }
}
