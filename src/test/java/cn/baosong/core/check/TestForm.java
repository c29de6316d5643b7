package cn.baosong.core.check;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A form that only knows which of its fields are required. */
record TestForm(List<Field> fields, List<Fault> always) implements Form {

  static TestForm requiring(String... required) {
    return new TestForm(
        Arrays.stream(required).map(f -> new Field(f, "string", true, List.of())).toList(),
        List.of());
  }

  /** A form that finds the same fault in whatever is filled in. */
  static TestForm faulting(String field, String sentence) {
    return new TestForm(List.of(), List.of(new Fault(field, false, sentence)));
  }

  @Override
  public List<Fault> faults(FormData data) {
    return Stream.concat(
            always.stream(),
            fields.stream()
                .filter(f -> f.required() && !data.isFilled(f.name()))
                .map(f -> new Fault(f.name(), true, "“" + f.name() + "”未填，请补充。")))
        .toList();
  }

  @Override
  public FormData fromTexts(Map<String, String> cells) {
    Map<String, Value> values = new LinkedHashMap<>();
    cells.forEach((field, text) -> values.put(field, new Value.Text(text)));
    return new FormData(values);
  }
}
