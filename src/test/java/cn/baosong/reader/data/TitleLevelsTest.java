package cn.baosong.reader.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.LevelTable;
import cn.baosong.core.call.SkillLevel;
import cn.baosong.core.call.TitleLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 职称系列（专业）各层级名称, 人社部 2021-11-02: each row of the table by series. */
class TitleLevelsTest {
  private static final LevelTable<TitleLevel> TITLES = ReferenceData.bundled().titles();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      高校教师 | 教授 | 副教授 | 讲师
      研究 | 研究员 | 副研究员 | 助理研究员
      卫生 | 主任医师 主任药师 主任护师 主任技师 | 副主任医师 副主任药师 副主任护师 副主任技师 | 主治医师 主管医师 主管药师 主管护师 主管技师
      工程 | 正高级工程师 教授级高级工程师 研究员级高级工程师 | 高级工程师 | 工程师
      农业 | 正高级农艺师 正高级畜牧师 正高级兽医师 农业技术推广研究员 | 高级农艺师 高级畜牧师 高级兽医师 | 农艺师 畜牧师 兽医师
      新闻 | 高级记者 高级编辑 | 主任记者 主任编辑 | 记者 编辑
      出版 | 编审 | 副编审 | 编辑
      图书文博档案 | 研究馆员 | 副研究馆员 | 馆员
      工艺美术 | 正高级工艺美术师 | 高级工艺美术师 | 工艺美术师
      技工院校 | 正高级讲师 正高级实习指导教师 | 高级讲师 高级实习指导教师 | 讲师 一级实习指导教师
      体育 | 国家级教练 | 高级教练 | 中级教练 一级教练
      翻译 | 译审 | 一级翻译 | 二级翻译
      播音 | 播音指导 | 主任播音员主持人 主任播音员 | 一级播音员主持人 一级播音员
      会计经济统计审计 | 正高级会计师 正高级经济师 正高级统计师 正高级审计师 | 高级会计师 高级经济师 高级统计师 高级审计师 | 会计师 经济师 统计师 审计师
      艺术 | 一级演员 一级演奏员 一级编剧 一级导演 | 二级演员 二级演奏员 二级编剧 二级导演 | 三级演员 三级演奏员 三级编剧 三级导演
      公证律师 | 一级公证员 一级律师 | 二级公证员 二级律师 | 三级公证员 三级律师
      中小学 | 正高级教师 | 高级教师 | 一级教师
      实验 | 正高级实验师 | 高级实验师 | 实验师
      """)
  void knowsEachSeries(String series, String senior, String deputy, String intermediate) {
    assertThat(levels(senior)).containsOnly(TitleLevel.SENIOR);
    assertThat(levels(deputy)).containsOnly(TitleLevel.DEPUTY_SENIOR);
    assertThat(levels(intermediate)).containsOnly(TitleLevel.INTERMEDIATE);
  }

  /** Words that a prefix would put at one level and that stand at different ones. */
  @ParameterizedTest
  @CsvSource({
    "主任医师, 主任编辑",
    "主任护师, 主任记者",
    "高级记者, 高级工程师",
    "高级编辑, 高级教师",
    "一级演员, 一级翻译",
    "一级公证员, 一级教师",
    "一级翻译, 一级实习指导教师",
    "研究员, 助理研究员",
    "研究馆员, 副研究馆员",
  })
  void trustsNoPrefix(String higher, String lower) {
    assertThat(TITLES.levelOf(higher).orElseThrow())
        .isGreaterThan(TITLES.levelOf(lower).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "技师", "高级技师", "编导", "高级", "高级职称", "首席科学家", "主任", "副主任", "研究", "一级", "正高级某某师", "总工程师", "院士"
      })
  void asksWhenATitleIsUnknownOrStandsAtSeveralLevels(String title) {
    assertThat(TITLES.levelOf(title)).isEmpty();
  }

  @Test
  void countsTheLastThreeSkillLevelsAsSeniorTechnicianAndAbove() {
    List<SkillLevel> rising =
        List.of("学徒工", "初级工", "中级工", "高级工（三级）", "技师（二级）", "高级技师（一级）", "特级技师", "首席技师").stream()
            .map(title -> ReferenceData.bundled().skills().levelOf(title).orElseThrow())
            .toList();

    assertThat(rising).containsExactly(SkillLevel.values());
    assertThat(rising.subList(5, 8))
        .allMatch(level -> level.compareTo(SkillLevel.SENIOR_TECHNICIAN) >= 0);
  }

  private static List<TitleLevel> levels(String titles) {
    return List.of(titles.split(" ")).stream()
        .map(title -> TITLES.levelOf(title).orElseThrow())
        .toList();
  }
}
