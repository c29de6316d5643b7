package cn.baosong.reader.call;

import cn.baosong.core.call.Clause;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A place in a file. Reading never fails: what has the wrong shape was already told by the schema,
 * and reads here as absent, so that the rest can be checked too.
 */
record Entry(Source source, String pointer, JsonNode node, Faults faults) {
  static Entry root(Source source, Faults faults) {
    return new Entry(source, "", source.root(), faults);
  }

  Entry at(String name) {
    return new Entry(source, Source.step(pointer, name), node.path(name), faults);
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  List<Entry> list(String name) {
    return at(name).items();
  }

  /** The items of a list; of anything else none. */
  List<Entry> items() {
    List<Entry> items = new ArrayList<>();
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      items.add(new Entry(source, pointer + "/" + items.size(), item, faults));
    }
    return items;
  }

  /** The text of this place itself; a number or truth value as it is written. */
  String text() {
    return node.isValueNode() && isPresent() ? node.asText().strip() : "";
  }

  String text(String name) {
    return at(name).text();
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  List<String> texts(String name) {
    return list(name).stream().map(Entry::text).toList();
  }

  Set<String> set(String name) {
    return new LinkedHashSet<>(texts(name));
  }

  Map<String, String> map(String name) {
    return at(name).map();
  }

  Map<String, String> map() {
    Map<String, String> map = new LinkedHashMap<>();
    node.properties().forEach(p -> map.put(p.getKey(), p.getValue().asText()));
    return map;
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = node.path(name);
    return value.isBoolean() ? value.booleanValue() : otherwise;
  }

  int number(String name, int otherwise) {
    return count(name).orElse(otherwise);
  }

  Optional<Integer> count(String name) {
    JsonNode value = node.path(name);
    return value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
  }

  Optional<LocalDate> date(String name) {
    return parsed(name, LocalDate::parse);
  }

  /** Text read by a parser of {@code java.time}. */
  <T> Optional<T> parsed(String name, Function<String, T> parser) {
    try {
      return optional(name).map(parser);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text(name))) {
        return constant;
      }
    }
    return otherwise;
  }

  /** A clause: its words alone, or its words and their place. */
  Clause clause(String name) {
    Entry clause = at(name);
    if (!clause.isPresent()) {
      return Clause.NONE;
    }
    return clause.node.isTextual()
        ? new Clause(clause.text(), "")
        : new Clause(clause.text("words"), clause.text("place"));
  }

  void fault(String zh, String en) {
    faults.add(source, pointer, zh, en);
  }
}
