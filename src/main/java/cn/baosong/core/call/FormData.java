package cn.baosong.core.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The filled-in form: field names as they stand on the paper, in the order of the source. */
public record FormData(Map<String, Value> fields) {
  public static final FormData EMPTY = new FormData(Map.of());

  public FormData {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The text of a field that is present and not blank. */
  public Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).filter(v -> !v.isBlank()).map(Value::text);
  }

  public boolean isFilled(String field) {
    return text(field).isPresent();
  }
}
