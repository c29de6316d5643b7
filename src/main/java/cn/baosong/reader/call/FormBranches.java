package cn.baosong.reader.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The conditional parts of a form ({@code allOf}, {@code if}, {@code then} and the like): a field
 * that they misspell would be asked for by nobody, or of everybody.
 */
final class FormBranches {
  private static final List<String> ONE = List.of("if", "then", "else", "not");
  private static final List<String> MANY = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> NAMED = List.of("dependentSchemas", "dependentRequired");

  private final Source source;
  private final Faults faults;
  private final Set<String> declared;

  FormBranches(Source source, Faults faults, List<FormField> fields) {
    this.source = source;
    this.faults = faults;
    this.declared = fields.stream().map(FormField::name).collect(Collectors.toSet());
  }

  void check() {
    within(source.root(), "");
  }

  private void within(JsonNode schema, String pointer) {
    ONE.forEach(word -> branch(schema.path(word), pointer + "/" + word));
    for (String word : MANY) {
      for (int i = 0; i < schema.path(word).size(); i++) {
        branch(schema.path(word).path(i), pointer + "/" + word + "/" + i);
      }
    }
    for (String word : NAMED) {
      schema
          .path(word)
          .properties()
          .forEach(
              each -> {
                String at = Source.step(pointer + "/" + word, each.getKey());
                known(each.getKey(), at);
                listed(each.getValue(), at);
                branch(each.getValue(), at);
              });
    }
  }

  private void branch(JsonNode schema, String pointer) {
    if (!schema.isObject()) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> known(p.getKey(), Source.step(pointer + "/properties", p.getKey())));
    listed(schema.path("required"), pointer + "/required");
    within(schema, pointer);
  }

  private void listed(JsonNode names, String pointer) {
    for (int i = 0; names.isArray() && i < names.size(); i++) {
      known(names.path(i).asText(), pointer + "/" + i);
    }
  }

  private void known(String field, String pointer) {
    if (!declared.contains(field)) {
      faults.add(
          source,
          pointer,
          "字段“" + field + "”不在 properties 里，这一条不会起作用",
          "undeclared field " + field);
    }
  }
}
