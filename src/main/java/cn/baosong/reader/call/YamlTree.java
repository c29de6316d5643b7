package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds the tree of one document. Scalars follow YAML 1.2's core schema, so that {@code
 * 2024-05-31} and {@code yes} stay text as they do in an editor. Tags, anchors and a second
 * document are refused.
 */
final class YamlTree {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?");
  private static final int MAX_DEPTH = 30;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Iterator<Event> events;
  private final Map<String, Integer> lines;
  private final Faults faults;
  private int depth;

  YamlTree(String file, Iterator<Event> events, Map<String, Integer> lines, Faults faults) {
    this.file = file;
    this.events = events;
    this.lines = lines;
    this.faults = faults;
  }

  JsonNode read() {
    JsonNode root = MissingNode.getInstance();
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.is(ID.DocumentStart)) {
        documents++;
        JsonNode tree = node(events.next(), documents == 1 ? "" : "/--- " + documents);
        root = documents == 1 ? tree : root;
        if (documents == 2) {
          fault(event, "", "一个文件只能有一份内容，请去掉“---”", "more than one document");
        }
      }
    }
    return root;
  }

  private JsonNode node(Event event, String pointer) {
    lines.putIfAbsent(pointer, line(event));
    refuseIndirection(event, pointer);
    if (event instanceof CollectionStartEvent) {
      if (++depth > MAX_DEPTH) {
        throw new YAMLException("nested too deeply");
      }
      JsonNode collection = event.is(ID.MappingStart) ? mapping(pointer) : sequence(pointer);
      depth--;
      return collection;
    }
    return event instanceof ScalarEvent scalar ? scalar(scalar) : NODES.nullNode();
  }

  private ObjectNode mapping(String pointer) {
    ObjectNode object = NODES.objectNode();
    for (Event event = events.next(); !event.is(ID.MappingEnd); event = events.next()) {
      String name = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
      String at = Source.step(pointer, name);
      if (!(event instanceof ScalarEvent)) {
        fault(event, pointer, "键名只能是一个词", "a key must be a plain word");
        node(event, at);
      }
      boolean twice = object.has(name);
      if (twice) {
        fault(event, at, "“" + name + "”写了两次，请合并", "duplicate key " + name);
      } else {
        lines.put(at, line(event));
      }
      JsonNode value = node(events.next(), twice ? at + " again" : at);
      if (!twice) {
        object.set(name, value);
      }
    }
    return object;
  }

  private ArrayNode sequence(String pointer) {
    ArrayNode array = NODES.arrayNode();
    for (Event event = events.next(); !event.is(ID.SequenceEnd); event = events.next()) {
      array.add(node(event, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return NODES.textNode(text.strip());
    }
    if (NUMBER.matcher(text).matches()) {
      return NODES.numberNode(new BigDecimal(text));
    }
    return switch (text) {
      case "true", "True", "TRUE" -> NODES.booleanNode(true);
      case "false", "False", "FALSE" -> NODES.booleanNode(false);
      case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
      default -> NODES.textNode(text);
    };
  }

  private void refuseIndirection(Event event, String pointer) {
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent named && named.getAnchor() != null)) {
      fault(event, pointer, "不支持 & 和 * 引用，请把内容写全", "anchors and aliases are not supported");
    }
    if (tag(event) != null) {
      fault(event, pointer, "不支持“!”标签", "tags are not supported");
    }
  }

  private static @Nullable String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : null;
  }

  private void fault(Event event, String pointer, String zh, String en) {
    faults.add(new CallFault(file, line(event), Source.key(pointer), zh, en));
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
