package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class FormTextPropertyTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("test", Map.of()));
  private static final ComparedField NAME = field("姓名", Kind.NAME);
  private static final ComparedField BORN = field("出生日期", Kind.DATE);
  private static final ComparedField UNIT = field("工作单位", Kind.UNIT);
  private static final List<String> LABELS = List.of("姓名", "出生日期", "工作单位", "说明");

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('\u4E00', '\u9FA5').ofMinLength(2).ofMaxLength(4);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.strings().withCharRange('\u4E00', '\u9FA5').ofMinLength(6).ofMaxLength(60);
  }

  @Provide
  Arbitrary<LocalDate> births() {
    return Dates.dates().between(LocalDate.of(1930, 1, 1), LocalDate.of(2010, 12, 31));
  }

  @Property(tries = 300)
  void givesBackWhatAFormWasPrintedWith(
      @ForAll("names") String name,
      @ForAll("births") LocalDate born,
      @ForAll("units") String unit,
      @ForAll @IntRange(min = 0, max = 5) int way) {
    FormText form = FormText.read(List.of(printed(name, born, unit, way)), LABELS);

    assertThat(form.value(NAME, name, DIFFERENCES)).contains(name);
    assertThat(form.value(BORN, born.toString(), DIFFERENCES).flatMap(PartialDate::parse))
        .contains(PartialDate.ofDay(born));
    assertThat(form.value(UNIT, unit, DIFFERENCES)).contains(unit);
  }

  @Property(tries = 300)
  void neverTakesAnotherPersonForTheCandidate(
      @ForAll("names") String name,
      @ForAll("names") String other,
      @ForAll("births") LocalDate born,
      @ForAll @IntRange(min = 0, max = 5) int way) {
    if (!name.equals(other)) {
      FormText form = FormText.read(List.of(printed(other, born, "示例研究院第一研究所", way)), LABELS);

      assertThat(form.value(NAME, name, DIFFERENCES)).isNotEqualTo(java.util.Optional.of(name));
    }
  }

  @Property(tries = 300)
  void survivesAnyText(@ForAll String text, @ForAll("names") String name) {
    FormText.read(List.of(text, "姓名" + text), LABELS).value(NAME, name, DIFFERENCES);
  }

  private static String printed(String name, LocalDate born, String unit, int way) {
    String date = "%d年%d月%d日".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
    int half = unit.length() / 2;
    String wrapped = unit.substring(0, half) + "\n" + unit.substring(half);
    return switch (way) {
      case 0 -> "姓名 %s 出生日期 %s 工作单位 %s 说明 无".formatted(name, date, unit);
      case 1 -> "姓  名　%s\n出生日期　%s\n工作单位　%s".formatted(name, date, unit);
      case 2 -> "姓名：%s，出生日期：%s；工作单位：%s。".formatted(name, born, unit);
      case 3 -> "姓名 %s 出生日期(年月日) %s\n工作单位 %s 说明 无".formatted(name, date, wrapped);
      case 4 -> "登记表\n姓名\n%s\n出生日期\n%s\n工作单位\n%s\n说明".formatted(name, date, wrapped);
      default ->
          "姓 名 %s 出生\n日期 %s 说明\n工 作 单 位 %s"
              .formatted(name, born.toString().replace('-', '.'), wrapped);
    };
  }

  private static ComparedField field(String name, Kind kind) {
    return new ComparedField(name, kind, Weight.IDENTITY);
  }
}
