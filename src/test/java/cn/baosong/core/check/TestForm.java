package cn.baosong.core.check;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form that only knows which of its fields are required. */
record TestForm(List<Field> fields) implements Form {

  static TestForm requiring(String... required) {
    return new TestForm(
        java.util.Arrays.stream(required).map(f -> new Field(f, "string", true)).toList());
  }

  @Override
  public List<Fault> faults(FormData data) {
    return fields.stream()
        .filter(f -> f.required() && !data.isFilled(f.name()))
        .map(f -> new Fault(f.name(), true, "“" + f.name() + "”未填，请补充。"))
        .toList();
  }

  @Override
  public FormData fromTexts(Map<String, String> cells) {
    Map<String, Value> values = new LinkedHashMap<>();
    cells.forEach((field, text) -> values.put(field, new Value.Text(text)));
    return new FormData(values);
  }
}
