package cn.baosong.core.call;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a form field: what JSON can hold, without null. */
public sealed interface Value {
  /** How the value stands on paper. */
  String text();

  default boolean isBlank() {
    return text().isBlank();
  }

  record Text(String text) implements Value {}

  record Number(BigDecimal number) implements Value {
    @Override
    public String text() {
      return number.toPlainString();
    }
  }

  record Flag(boolean flag) implements Value {
    @Override
    public String text() {
      return flag ? "是" : "否";
    }
  }

  record Many(List<Value> values) implements Value {
    public Many {
      values = List.copyOf(values);
    }

    @Override
    public String text() {
      return values.stream().map(Value::text).collect(Collectors.joining("、"));
    }
  }

  record Fields(Map<String, Value> fields) implements Value {
    public Fields {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String text() {
      return fields.entrySet().stream()
          .map(f -> f.getKey() + "：" + f.getValue().text())
          .collect(Collectors.joining("；"));
    }
  }
}
