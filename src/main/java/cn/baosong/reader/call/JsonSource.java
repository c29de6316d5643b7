package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads JSON into a tree that remembers lines; a key written twice is refused. */
final class JsonSource {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final Map<String, Integer> lines = new HashMap<>();

  private JsonSource(JsonParser parser) {
    this.parser = parser;
  }

  static Source read(String file, byte[] bytes, Faults faults) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      JsonSource source = new JsonSource(parser);
      parser.nextToken();
      JsonNode root = source.value("");
      return new Source(file, root, source.lines);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage();
      String zh = problem.startsWith("Duplicate field") ? "有一个字段写了两次" : "JSON 写法有误：请检查逗号、引号和括号";
      faults.add(new CallFault(file, line, "", zh, problem));
    } catch (IOException e) {
      faults.add(new CallFault(file, 0, "", "文件读不出来", "cannot be read: " + e.getMessage()));
    }
    return Source.absent(file);
  }

  private JsonNode value(String pointer) throws IOException {
    lines.putIfAbsent(pointer, line());
    JsonToken token = parser.currentToken();
    if (token == null) {
      return NODES.nullNode();
    }
    return switch (token) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NULL, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          NODES.nullNode();
    };
  }

  private ObjectNode object(String pointer) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = Source.step(pointer, name);
      lines.put(at, line());
      parser.nextToken();
      object.set(name, value(at));
    }
    return object;
  }

  private ArrayNode array(String pointer) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + "/" + array.size()));
    }
    return array;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
