package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  @Test
  void doesNotDependOnTheOrderInWhichFieldsWereWritten() {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("姓名", text("张三"));
    one.put("出生日期", text("1970-01-01"));
    Map<String, Value> other = new LinkedHashMap<>();
    other.put("出生日期", text("1970-01-01"));
    other.put("姓名", text("张三"));
    assertThat(canonical(one)).isEqualTo(canonical(other)).startsWith("{\"出生日期\":");
  }

  @Test
  void sortsByUtf16UnitsAndNotByCodePoints() {
    // U+1F600 begins with the unit D83D, below U+FB33 (RFC 8785, 3.2.3)
    assertThat(canonical(Map.of("\uFB33", text("a"), "\uD83D\uDE00", text("b"))))
        .isEqualTo("{\"\uD83D\uDE00\":\"b\",\"\uFB33\":\"a\"}");
  }

  @Test
  void escapesAsLittleAsJsonAllows() {
    assertThat(canonical(Map.of("x", text("\u20ac$\u000F\nA'B\"\\/\u007f"))))
        .isEqualTo("{\"x\":\"\u20ac$\\u000f\\nA'B\\\"\\\\/\u007f\"}");
  }

  @Test
  void writesNumbersExactlyAndOneWay() {
    assertThat(canonical(Map.of("n", number("1E+3")))).isEqualTo("{\"n\":1000}");
    assertThat(canonical(Map.of("n", number("4.50")))).isEqualTo("{\"n\":4.5}");
    assertThat(canonical(Map.of("n", number("-0.0")))).isEqualTo("{\"n\":0}");
    assertThat(canonical(Map.of("n", number("123456789012345678"))))
        .isEqualTo("{\"n\":123456789012345678}");
  }

  @Test
  void aBlankFieldIsNoFact() {
    assertThat(
            canonical(
                Map.of(
                    "a",
                    text(" "),
                    "b",
                    new Value.Many(List.of(text(""), text("一"))),
                    "c",
                    new Value.Many(List.of()))))
        .isEqualTo("{\"b\":[\"一\"]}");
  }

  private static String canonical(Map<String, Value> fields) {
    return CanonicalForm.of(new FormData(fields));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value number(String number) {
    return new Value.Number(new BigDecimal(number));
  }
}
