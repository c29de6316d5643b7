package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartMarksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "材料1of3.zip",
        "材料_1 of 3.tar.gz",
        "材料（1of3）.7z",
        "材料1／3.zip",
        "材料1\u22153.zip",
        "材料（1／3）",
        "材料part1of3.rar",
        "材料1OF3 (2).zip",
        "材料一／三.zip"
      })
  void readsThatAFileIsTheFirstOfThree(String name) {
    PartMark mark = PartMarks.inName(name).orElseThrow();
    assertThat(mark.number()).isEqualTo(1);
    assertThat(mark.of()).isEqualTo(3);
    assertThat(mark.title()).startsWith("材料");
    assertThat(PartMarks.isDoubtful(name)).isFalse();
  }

  @Test
  void readsItInTheWordsOfPackagesToo() {
    assertThat(PartMarks.inName("第1包共3包.zip")).contains(new PartMark(1, 3, ""));
    assertThat(PartMarks.inName("某局推荐材料第二包，共三包.zip")).contains(new PartMark(2, 3, "某局推荐材料第"));
    assertThat(PartMarks.inName("共3个，第2个 推荐.zip")).contains(new PartMark(2, 3, "推荐"));
  }

  @Test
  void doubtsABareRange() {
    assertThat(PartMarks.inName("材料(1-3).zip")).contains(new PartMark(1, 3, "材料"));
    assertThat(PartMarks.inName("材料（2－3）.zip")).contains(new PartMark(2, 3, "材料"));
    assertThat(PartMarks.isDoubtful("材料(1-3).zip")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "材料.zip",
        "材料1-3.zip",
        "附件1-3.zip",
        "(2020-3).zip",
        "材料(4-3).zip",
        "2020／3／31材料.zip",
        "材料4of3.zip",
        "材料v1.2of3.zip",
        "材料1of30.zip",
        "材料.part1.rar",
        "材料.zip.001",
        "Proof of 3 papers.zip",
        "（名称不显示）"
      })
  void takesNothingElseForAPart(String name) {
    assertThat(PartMarks.inName(name)).isEmpty();
  }

  @Test
  void readsNoNamesWayIntoASubject() {
    assertThat(PartMarks.inSubject("3 of 5 people are new")).isEmpty();
  }
}
