package cn.baosong.reader.call;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.FormLayout;
import cn.baosong.core.call.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registration form, judged by its JSON Schema. */
final class SchemaForm implements Form {
  private final List<FormField> fields;
  private final JsonSchema schema;
  private final FormLayout layout;

  SchemaForm(List<FormField> fields, JsonSchema schema, FormLayout layout) {
    this.fields = List.copyOf(fields);
    this.schema = schema;
    this.layout = layout;
  }

  @Override
  public FormLayout layout() {
    return layout;
  }

  @Override
  public List<Field> fields() {
    return fields.stream()
        .map(f -> new Field(f.name(), f.type(), f.required(), f.choices()))
        .toList();
  }

  @Override
  public List<Fault> faults(FormData data) {
    ObjectNode filled = JsonValues.filled(data);
    return schema.validate(filled).stream().map(SchemaForm::fault).distinct().toList();
  }

  /** A blank cell is an absent field; a cell that does not fit its type stays text. */
  @Override
  public FormData fromTexts(Map<String, String> cells) {
    Map<String, FormField> declared = new LinkedHashMap<>();
    fields.forEach(f -> declared.put(f.name(), f));
    Map<String, Value> values = new LinkedHashMap<>();
    cells.forEach(
        (name, text) -> {
          if (!text.isBlank()) {
            FormField field = declared.get(name.strip());
            values.put(name.strip(), field == null ? new Value.Text(text) : Cell.read(text, field));
          }
        });
    return new FormData(values);
  }

  private static Fault fault(ValidationMessage message) {
    Violation violation = new Violation(message);
    String field = violation.field();
    String sentence =
        violation.isMissing() ? "缺少“" + field + "”" : "“" + field + "”：" + violation.zh();
    return new Fault(field, violation.isMissing(), sentence);
  }
}
