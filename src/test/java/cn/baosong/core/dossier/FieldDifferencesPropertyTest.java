package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField.Kind;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldDifferencesPropertyTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("none", Map.of()));

  @Property
  void findsEveryValueEqualToItselfAndNeverFails(
      @ForAll Kind kind, @ForAll String one, @ForAll String other) {
    assertThat(DIFFERENCES.compare(kind, one, one).difference()).isEqualTo(DifferenceClass.EQUAL);
    assertThat(DIFFERENCES.compare(kind, one, other).difference())
        .isEqualTo(DIFFERENCES.compare(kind, other, one).difference());
  }

  @Property
  void weighsWhatFormsStateAlikeFromBothSides(
      @ForAll Kind kind, @ForAll("stated") String one, @ForAll("stated") String other) {
    assertThat(DIFFERENCES.compare(kind, one, other).difference())
        .isEqualTo(DIFFERENCES.compare(kind, other, one).difference());
  }

  @Property
  void readsEveryNormalFormAsItself(@ForAll Kind kind, @ForAll("stated") String written) {
    String once = normal(kind, written);

    assertThat(normal(kind, once)).isEqualTo(once);
    assertThat(DIFFERENCES.compare(kind, written, once).difference())
        .isIn(DifferenceClass.EQUAL, DifferenceClass.COSMETIC);
  }

  @Property
  void neverTakesTwoDifferentHanCharactersForOne(
      @ForAll Kind kind, @ForAll("han") int one, @ForAll("han") int other) {
    Assume.that(one != other);

    assertThat(
            DIFFERENCES
                .compare(kind, "某" + Character.toString(one), "某" + Character.toString(other))
                .difference())
        .isNotIn(DifferenceClass.EQUAL, DifferenceClass.COSMETIC, DifferenceClass.PRECISION);
  }

  private static String normal(Kind kind, String written) {
    return DIFFERENCES.compare(kind, written, written).normalPaper();
  }

  /** Names, dates, numbers and titles, with the padding and punctuation that typing brings. */
  @Provide
  Arbitrary<String> stated() {
    return Arbitraries.of(
            "张",
            "三",
            "买买提",
            "高级工程师",
            "(",
            "）",
            "〔2020〕",
            "[2023]",
            "·",
            "•",
            "・",
            " ",
            "　",
            "、",
            "1970",
            "年",
            "1",
            "月",
            "01",
            ".",
            "-",
            "—",
            "日",
            "0471",
            "6268105",
            "（0351）",
            "13900000000",
            "9999991970010100",
            "X",
            "ｘ",
            "号",
            "一",
            "市",
            "省",
            "AB",
            "ａ",
            "1,000",
            "+86",
            "转",
            "\uE863",
            "⾦",
            "\u200B")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Integer> han() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0x4E00, 0x9FFF),
        Arbitraries.integers().between(0x3400, 0x4DBF),
        Arbitraries.integers().between(0x20000, 0x2A6DF));
  }
}
