package cn.baosong.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.LevelTable.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelTableTest {
  private static final LevelTable<TitleLevel> TITLES =
      new LevelTable<>(
          List.of(
              entry("高级工程师", TitleLevel.DEPUTY_SENIOR),
              entry("副高级", TitleLevel.DEPUTY_SENIOR),
              entry("正高级", TitleLevel.SENIOR),
              entry("教授", TitleLevel.SENIOR),
              entry("主任医师", TitleLevel.SENIOR),
              entry("编辑", TitleLevel.INTERMEDIATE),
              entry("编辑", TitleLevel.INTERMEDIATE),
              entry("编导", TitleLevel.INTERMEDIATE),
              entry("编导", TitleLevel.BELOW_INTERMEDIATE),
              new Entry<>("技师", Optional.empty())));

  @Test
  void looksThroughPaddingAndWidth() {
    assertThat(TITLES.levelOf(" 高级 工程师　")).contains(TitleLevel.DEPUTY_SENIOR);
  }

  @Test
  void acceptsABracketThatNamesTheSameLevel() {
    assertThat(TITLES.levelOf("高级工程师（副高级）")).contains(TitleLevel.DEPUTY_SENIOR);
    assertThat(TITLES.levelOf("高级工程师(正高级)")).isEmpty();
    assertThat(TITLES.levelOf("高级工程师（挂职）")).isEmpty();
  }

  @Test
  void asksWhenTheTitleIsUnknownOrStandsAtTwoLevels() {
    assertThat(TITLES.levelOf("首席科学家")).isEmpty();
    assertThat(TITLES.levelOf("技师")).isEmpty();
    assertThat(TITLES.levelOf("编导")).isEmpty();
    assertThat(TITLES.levelOf("")).isEmpty();
    assertThat(TITLES.levelOf("、、")).isEmpty();
  }

  @Test
  void knowsATitleThatTwoSeriesHoldAtOneLevel() {
    assertThat(TITLES.levelOf("编辑")).contains(TitleLevel.INTERMEDIATE);
  }

  @Test
  void takesSeveralTitlesOnlyWhenTheyShareTheirLevel() {
    assertThat(TITLES.levelOf("教授、主任医师")).contains(TitleLevel.SENIOR);
    assertThat(TITLES.levelOf("教授/高级工程师")).isEmpty();
    assertThat(TITLES.levelOf("教授、某某师")).isEmpty();
  }

  @Test
  void doesNotReadAWholeStoryAsATitle() {
    assertThat(TITLES.levelOf("教授" + " ".repeat(200))).isEmpty();
  }

  private static Entry<TitleLevel> entry(String title, TitleLevel level) {
    return new Entry<>(title, Optional.of(level));
  }
}
