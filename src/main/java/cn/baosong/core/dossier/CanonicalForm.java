package cn.baosong.core.dossier;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A form as canonical JSON (RFC 8785): no white space, members sorted by UTF-16 units, the shortest
 * escapes. Blank values are no facts and left out; a number is written out exactly, without an
 * exponent, where the RFC would round it to a double.
 */
final class CanonicalForm {
  private CanonicalForm() {}

  static String of(FormData form) {
    return object(form.fields());
  }

  private static String object(Map<String, Value> fields) {
    // String's own order is that of UTF-16 units
    Map<String, Value> sorted = new TreeMap<>(fields);
    sorted.values().removeIf(Value::isBlank);
    return sorted.entrySet().stream()
        .map(field -> string(field.getKey()) + ":" + value(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Value value) {
    // release 17 has no pattern switch: the last branch is the last permitted type
    if (value instanceof Value.Text text) {
      return string(text.text());
    } else if (value instanceof Value.Number number) {
      return number(number.number());
    } else if (value instanceof Value.Flag flag) {
      return String.valueOf(flag.flag());
    } else if (value instanceof Value.Many many) {
      return array(many.values());
    }
    return object(((Value.Fields) value).fields());
  }

  private static String array(List<Value> values) {
    return values.stream()
        .filter(one -> !one.isBlank())
        .map(CanonicalForm::value)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> out.append(escaped((char) c)));
    return out.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
