package cn.baosong.reader.call;

import cn.baosong.core.call.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the text of a workbook cell into the type that the form declares. */
final class Cell {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern PARTS = Pattern.compile("[、;；\n]");
  private static final Pattern BRACKETS = Pattern.compile("[()（）〔〕【】\\[\\]]");

  private Cell() {}

  static Value read(String text, FormField field) {
    return switch (field.type()) {
      case "array" -> many(text, field);
      default -> single(text, field.type(), field.choices());
    };
  }

  private static Value many(String text, FormField field) {
    return new Value.Many(
        Arrays.stream(PARTS.split(text))
            .filter(part -> !part.isBlank())
            .map(part -> single(part, field.itemType(), field.choices()))
            .toList());
  }

  private static Value single(String text, String type, List<String> choices) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    return switch (type) {
      case "number", "integer" -> number(plain, text);
      case "boolean" -> flag(plain, text);
      default -> new Value.Text(choices.isEmpty() ? text : choice(text.strip(), choices));
    };
  }

  private static Value number(String plain, String text) {
    String digits = plain.replace(",", "");
    return NUMBER.matcher(digits).matches()
        ? new Value.Number(new BigDecimal(digits))
        : new Value.Text(text);
  }

  private static Value flag(String plain, String text) {
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "是", "有", "true", "yes", "y", "√", "✓", "✔", "☑" -> new Value.Flag(true);
      case "否", "无", "没有", "不是", "false", "no", "n", "×", "✗", "☐" -> new Value.Flag(false);
      default -> new Value.Text(text);
    };
  }

  /** 「（一）」 for the choice 一: the notice prints brackets, a list row often does not. */
  private static String choice(String text, List<String> choices) {
    if (choices.contains(text)) {
      return text;
    }
    String bare = BRACKETS.matcher(text).replaceAll("").strip();
    return choices.contains(bare) ? bare : text;
  }
}
