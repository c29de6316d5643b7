package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClassifiedMarkingPropertyTest {
  private static final List<String> NOTHING_SEEN =
      List.of("", "", "", " ", "　", "\n", "\r\n", "\t", "\u200B", "\u2060", "\uFEFF", "\u00A0 ");

  @Property(tries = 2000)
  void blanksBreaksAndZeroWidthCharactersHideNoMark(
      @ForAll("marks") String mark, @ForAll("gaps") List<String> gaps) {
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < mark.length(); i++) {
      spaced.append(mark.charAt(i)).append(gaps.get(i % gaps.size()));
    }
    assertThat(ClassifiedMarking.in(spaced)).isEqualTo(ClassifiedMarking.MARKED);
  }

  @Property(tries = 2000)
  void whatStandsAroundHidesNoMarkWithATerm(
      @ForAll("prose") String before, @ForAll("marks") String mark, @ForAll("prose") String after) {
    assertThat(ClassifiedMarking.in(before + "。\n" + mark + "5年\n" + after))
        .isEqualTo(ClassifiedMarking.MARKED);
  }

  @Property(tries = 2000)
  void proseWithoutAStarNeverTriggers(@ForAll("prose") String text) {
    assertThat(ClassifiedMarking.in(text)).isEqualTo(ClassifiedMarking.NONE);
  }

  @Property(tries = 500)
  void itNeverMattersInWhichPartsATextComes(
      @ForAll("starred") String text, @ForAll("cuts") int cut) {
    MarkingSearch search = new MarkingSearch();
    int at = Math.min(cut, text.length());
    search.read(text.substring(0, at));
    search.read(text.substring(at));
    assertThat(search.end()).isEqualTo(ClassifiedMarking.in(text));
  }

  @Provide
  Arbitrary<String> marks() {
    return Combinators.combine(
            Arbitraries.of("绝密", "机密", "秘密", "機密", "絕密", "机密级"),
            Arbitraries.of("★", "☆", "✩", "⭐", "※"),
            Arbitraries.of("", "长期", "5年", "１０年", "6个月", "启用前"))
        .as((level, star, term) -> level + star + term);
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Arbitraries.of(NOTHING_SEEN).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> prose() {
    return Arbitraries.of(
            "绝", "机", "秘", "密", "级", "国家", "商业", "涉密人员", "脱密", "保密承诺书", "机密", "秘密", "5年", "长期", "：",
            "，", "。", "（", "）", " ", "\n", "内部资料", "1", "A")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> starred() {
    return Arbitraries.of("机", "密", "★", "*", "5年", "\n", " ", "国家", "材料", "🌟", "“", "”")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 60);
  }
}
