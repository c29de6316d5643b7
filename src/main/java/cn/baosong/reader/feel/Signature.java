package cn.baosong.reader.feel;

import static cn.baosong.reader.feel.Kind.ANY;
import static cn.baosong.reader.feel.Kind.LIST;
import static cn.baosong.reader.feel.Kind.NUMBER;
import static cn.baosong.reader.feel.Kind.TEXT;
import static cn.baosong.reader.feel.Kind.TRUTH;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function that authors may use takes and gives: ours, and those of FEEL's own that fail,
 * rather than answer, when a fact is missing.
 */
record Signature(Kind result, List<Kind> parameters) {
  private static final Map<String, Signature> KNOWN =
      Map.ofEntries(
          Map.entry("已填", gives(TRUTH, ANY)),
          Map.entry("含", gives(TRUTH, ANY, TEXT)),
          Map.entry("不早于", gives(TRUTH, TEXT, TEXT)),
          Map.entry("不晚于", gives(TRUTH, TEXT, TEXT)),
          Map.entry("恰为", gives(TRUTH, TEXT, TEXT)),
          Map.entry("职称级别", gives(NUMBER, TEXT)),
          Map.entry("职称不低于", gives(TRUTH, TEXT, TEXT)),
          Map.entry("学历学位不低于", gives(TRUTH, TEXT, TEXT)),
          Map.entry("技能等级不低于", gives(TRUTH, TEXT, TEXT)),
          Map.entry("天数", gives(NUMBER, TEXT, TEXT)),
          Map.entry("工作日数", gives(NUMBER, TEXT, TEXT)),
          Map.entry("not", gives(TRUTH, TRUTH)),
          Map.entry("contains", gives(TRUTH, TEXT, TEXT)),
          Map.entry("starts with", gives(TRUTH, TEXT, TEXT)),
          Map.entry("ends with", gives(TRUTH, TEXT, TEXT)),
          Map.entry("matches", gives(TRUTH, TEXT, TEXT)),
          Map.entry("string length", gives(NUMBER, TEXT)),
          Map.entry("upper case", gives(TEXT, TEXT)),
          Map.entry("lower case", gives(TEXT, TEXT)),
          Map.entry("substring", gives(TEXT, TEXT, NUMBER, NUMBER)),
          Map.entry("count", gives(NUMBER, LIST)),
          Map.entry("abs", gives(NUMBER, NUMBER)),
          Map.entry("min", gives(NUMBER, NUMBER, NUMBER)),
          Map.entry("max", gives(NUMBER, NUMBER, NUMBER)));

  static Optional<Signature> of(String function) {
    return Optional.ofNullable(KNOWN.get(function));
  }

  private static Signature gives(Kind result, Kind... parameters) {
    return new Signature(result, List.of(parameters));
  }
}
