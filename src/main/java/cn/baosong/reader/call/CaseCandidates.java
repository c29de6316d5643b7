package cn.baosong.reader.call;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.PersonFields;
import cn.baosong.reader.call.Case.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The candidates of a case: each like one of {@code people}, with only the fields that differ.
 * {@code times: 3} makes three persons of one.
 */
final class CaseCandidates {
  private static final String LIKE = "like";
  private static final String TIMES = "times";
  private static final String PAPER = "paper";
  private static final int MOST = 200;

  private final Entry root;
  private final Form form;
  private final PersonFields fields;

  CaseCandidates(Entry root, Form form, PersonFields fields) {
    this.root = root;
    this.form = form;
    this.fields = fields;
  }

  List<Person> read(Entry entry) {
    Entry list = entry.at("candidates").isPresent() ? entry : root.at("defaults");
    List<Person> people = new ArrayList<>();
    for (Entry item : list.list("candidates")) {
      int times = Math.min(MOST, Math.max(1, item.number(TIMES, 1)));
      for (int n = 0; n < times; n++) {
        people.add(person(item, people.size()));
      }
    }
    return people;
  }

  private Person person(Entry item, int position) {
    Map<String, String> cells = cells(base(item));
    if (item.node().isObject()) {
      cells.putAll(cells(item));
      List.of(LIKE, TIMES, PAPER).forEach(cells::remove);
    }
    if (!item.at(fields.identity()).isPresent() && item.at(fields.birth()).isPresent()) {
      cells.computeIfPresent(
          fields.identity(), (f, n) -> SampleIdentity.born(n, item.text(fields.birth())));
    }
    if (position > 0 && !item.at(fields.identity()).isPresent()) {
      cells.computeIfPresent(
          fields.identity(), (f, number) -> SampleIdentity.another(number, position));
      cells.computeIfPresent(fields.name(), (f, name) -> SampleIdentity.another(name, position));
    }
    return new Person(
        form.fromTexts(cells),
        item.at(PAPER).isPresent() ? Optional.of(item.map(PAPER)) : Optional.empty());
  }

  /** The person it is like; the first one when it does not say. */
  private Entry base(Entry item) {
    String like = item.node().isObject() ? item.text(LIKE) : item.text();
    Entry people = root.at("people");
    if (like.isEmpty()) {
      var names = people.node().fieldNames();
      return names.hasNext() ? people.at(names.next()) : people;
    }
    if (!people.at(like).isPresent()) {
      item.fault("people 里没有“" + like + "”", "no such person under people: " + like);
    }
    return people.at(like);
  }

  private Map<String, String> cells(Entry person) {
    Map<String, String> cells = new LinkedHashMap<>();
    person.node().properties().forEach(p -> cells.put(p.getKey(), text(p.getValue())));
    for (String name : cells.keySet()) {
      if (!List.of(LIKE, TIMES, PAPER).contains(name)
          && form.fields().stream().noneMatch(f -> f.name().equals(name))) {
        person.at(name).fault("登记表里没有字段“" + name + "”", "the form has no field " + name);
      }
    }
    return cells;
  }

  private static String text(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("、"))
        : node.isNull() ? "" : node.asText();
  }
}
