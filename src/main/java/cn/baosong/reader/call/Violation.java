package cn.baosong.reader.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A validator's message as one sentence that a person can act on. */
final class Violation {
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "文字", "number", "数字", "integer", "整数", "boolean", "“是”或“否”", "array", "列表",
          "object", "一组键值", "null", "空");

  private final ValidationMessage message;

  Violation(ValidationMessage message) {
    this.message = message;
  }

  /** Pointer of the value concerned; of the missing or surplus key where that is the fault. */
  String pointer() {
    String at = message.getInstanceLocation().toString();
    String property = message.getProperty();
    return property == null || property.isEmpty() ? at : Source.step(at, property);
  }

  /** The first key of the pointer: the form's field. */
  String field() {
    String pointer = pointer();
    int end = pointer.indexOf('/', 1);
    String step = pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
    return step.replace("~1", "/").replace("~0", "~");
  }

  boolean isMissing() {
    return message.getType().equals("required");
  }

  /** What is asked for, without naming the field; the schema's own errorMessage goes first. */
  String zh() {
    return own() ? message.getMessage() : asked();
  }

  String en() {
    JsonNode schema = message.getSchemaNode();
    return message.getType() + (schema == null ? "" : ": " + brief(schema));
  }

  /** The library puts the place before its own sentences and not before the schema's. */
  private boolean own() {
    return !message.getMessage().startsWith(message.getInstanceLocation() + ": ");
  }

  private String asked() {
    return switch (message.getType()) {
      case "required" -> "缺少这一项";
      case "type" -> "应填" + types(message.getSchemaNode());
      case "enum" -> "只能填：" + choices(message.getSchemaNode());
      case "const" -> "应为“" + text(message.getSchemaNode()) + "”";
      case "format" -> "格式不对" + format(text(message.getSchemaNode()));
      case "pattern" -> "写法不符合要求";
      case "additionalProperties", "unevaluatedProperties" -> "没有这个键，可能写错了名字或缩进";
      case "minLength", "minItems" -> "至少要 " + text(message.getSchemaNode()) + count();
      case "maxLength", "maxItems" -> "最多 " + text(message.getSchemaNode()) + count();
      case "minimum" -> "不能小于 " + text(message.getSchemaNode());
      case "maximum" -> "不能大于 " + text(message.getSchemaNode());
      case "uniqueItems" -> "有重复的内容";
      case "minProperties" -> "不能为空";
      default -> message.getError();
    };
  }

  private String count() {
    return message.getType().endsWith("Length") ? " 个字" : " 项";
  }

  private static String format(String format) {
    return switch (format) {
      case "date" -> "，日期应写成 2024-05-31";
      case "date-time" -> "，应写成 2024-05-31T09:00:00+08:00";
      case "time" -> "，时间应写成 17:00:00";
      case "duration" -> "，时长应写成 PT30M";
      case "email" -> "，应为电子邮箱地址";
      default -> "";
    };
  }

  private static String types(JsonNode schema) {
    return String.join("或", texts(schema).stream().map(t -> TYPES.getOrDefault(t, t)).toList());
  }

  private static String choices(JsonNode schema) {
    return String.join("、", texts(schema));
  }

  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(Violation::text).toList()
        : List.of(text(node));
  }

  private static String text(JsonNode node) {
    return node.isBoolean() ? (node.booleanValue() ? "是" : "否") : node.asText();
  }

  private static String brief(JsonNode schema) {
    String text = schema.toString();
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
