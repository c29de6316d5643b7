package cn.baosong.reader.call;

import cn.baosong.core.call.FormLayout;
import cn.baosong.reader.feel.Fact;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads {@code form.schema.json}: it must itself be a valid 2020-12 schema of an object. */
final class FormReader {
  private final Source source;
  private final Faults faults;

  FormReader(Source source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  List<FormField> fields() {
    Set<String> required =
        stream(source.root().path("required")).map(JsonNode::asText).collect(Collectors.toSet());
    List<FormField> fields = new ArrayList<>();
    source
        .root()
        .path("properties")
        .properties()
        .forEach(p -> fields.add(field(p.getKey(), p.getValue(), required.contains(p.getKey()))));
    return fields;
  }

  SchemaForm read() {
    List<FormField> fields = fields();
    checkItself(fields);
    new FormBranches(source, faults, fields).check();
    FormLayout layout = new LayoutReader(source, faults).read(fields);
    try {
      SchemaForm form = new SchemaForm(fields, Schemas.of(source.root()), layout);
      form.faults(cn.baosong.core.call.FormData.EMPTY);
      return form;
    } catch (JsonSchemaException | IllegalArgumentException e) {
      faults.add(source, "", "登记表结构不能使用：" + e.getMessage(), "the schema cannot be used: " + e);
      return new SchemaForm(
          fields, Schemas.of(com.fasterxml.jackson.databind.node.BooleanNode.TRUE), layout);
    }
  }

  /** The fields as conditions may name them. */
  static Map<String, Fact> facts(List<FormField> fields) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    fields.forEach(f -> facts.put(f.name(), new Fact(f.name(), f.type(), Set.copyOf(f.choices()))));
    return facts;
  }

  private void checkItself(List<FormField> fields) {
    Schemas.meta()
        .validate(source.root())
        .forEach(
            message -> {
              Violation v = new Violation(message);
              faults.add(source, v.pointer(), "不是有效的 JSON Schema：" + v.zh(), v.en());
            });
    if (fields.isEmpty()) {
      faults.add(source, "", "登记表没有字段，请在 properties 下列出", "the form declares no properties");
    }
    for (JsonNode name : source.root().path("required")) {
      if (fields.stream().noneMatch(f -> f.name().equals(name.asText()))) {
        faults.add(
            source,
            "/required",
            "必填项“" + name.asText() + "”不在 properties 里",
            "required names an undeclared field " + name.asText());
      }
    }
  }

  private static FormField field(String name, JsonNode schema, boolean required) {
    String type = type(schema);
    JsonNode items = schema.path("items");
    boolean many = type.equals("array");
    return new FormField(
        name, type, many ? type(items) : type, choices(many ? items : schema), required);
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isTextual() ? type.asText() : "string";
  }

  private static List<String> choices(JsonNode schema) {
    JsonNode words = schema.has("const") ? schema.path("const") : schema.path("enum");
    return words.isTextual()
        ? List.of(words.asText())
        : stream(words).filter(JsonNode::isTextual).map(JsonNode::asText).distinct().toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
