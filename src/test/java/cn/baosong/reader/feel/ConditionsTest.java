package cn.baosong.reader.feel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Truth;
import cn.baosong.core.call.Value;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Compiled.Refused;
import cn.baosong.reader.feel.Compiled.Usable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final Map<String, Fact> FACTS =
      Map.of(
          "学位", new Fact("学位", "string", Set.of("学士", "硕士", "博士")),
          "学历", new Fact("学历", "string", Set.of()),
          "出生日期", new Fact("出生日期", "string", Set.of()),
          "专业技术职称", new Fact("专业技术职称", "string", Set.of()),
          "论文数", new Fact("论文数", "number", Set.of()),
          "获奖数", new Fact("获奖数", "integer", Set.of()),
          "涉密人员", new Fact("涉密人员", "boolean", Set.of()),
          "申报条件", new Fact("申报条件", "array", Set.of("一", "二", "三", "四")));

  private final Conditions conditions =
      new Conditions(
          new Lookups(
              ReferenceData.bundled().titles(),
              ReferenceData.bundled().degrees(),
              ReferenceData.bundled().skills(),
              calendar()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          学位 = "硕士"                             | TRUE      | UNDECIDED
          学位 != "硕士"                            | FALSE     | UNDECIDED
          学位 = "博士"                             | FALSE     | UNDECIDED
          学位 in ("硕士", "博士")                   | TRUE      | UNDECIDED
          not(学位 in ("硕士", "博士"))              | FALSE     | UNDECIDED
          论文数 >= 3                               | TRUE      | UNDECIDED
          论文数 < 3                                | FALSE     | UNDECIDED
          论文数 + 1 > 3                            | TRUE      | UNDECIDED
          论文数 between 1 and 5                    | TRUE      | UNDECIDED
          论文数 in [1..5]                          | TRUE      | UNDECIDED
          论文数 in (> 5, < 2)                      | FALSE     | UNDECIDED
          论文数 = 获奖数                            | FALSE     | UNDECIDED
          涉密人员                                  | TRUE      | UNDECIDED
          not(涉密人员)                             | FALSE     | UNDECIDED
          涉密人员 = false                          | FALSE     | UNDECIDED
          涉密人员 and 论文数 >= 3                   | TRUE      | UNDECIDED
          涉密人员 or 论文数 >= 3                    | TRUE      | UNDECIDED
          count(申报条件) >= 1                      | TRUE      | UNDECIDED
          含(申报条件, "二")                         | TRUE      | UNDECIDED
          含(申报条件, "四")                         | FALSE     | UNDECIDED
          contains(学历, "研究生")                   | TRUE      | UNDECIDED
          upper case(学历) = "X"                    | FALSE     | UNDECIDED
          学历 = 学位                               | FALSE     | UNDECIDED
          学历 != 学位                              | TRUE      | UNDECIDED
          已填(学位)                                | TRUE      | FALSE
          not(已填(学位))                           | FALSE     | TRUE
          不早于(出生日期, "1970-01-01")             | TRUE      | UNDECIDED
          不晚于(出生日期, "1970-01-01")             | FALSE     | UNDECIDED
          恰为(出生日期, "1970-03-01")               | TRUE      | UNDECIDED
          恰为(出生日期, "1970-03-02")               | FALSE     | UNDECIDED
          职称不低于(专业技术职称, "副高")            | TRUE      | UNDECIDED
          职称级别(专业技术职称) >= 4                | FALSE     | UNDECIDED
          学历学位不低于(学位, "硕士")               | TRUE      | UNDECIDED
          技能等级不低于(学历, "高级技师")            | UNDECIDED | UNDECIDED
          天数(出生日期, "1970-03-10") = 10          | TRUE      | UNDECIDED
          """)
  void answersWhenTheFactsAreThereAndRefersWhenTheyAreNot(
      String text, Truth withFacts, Truth withoutFacts) {
    Condition condition = compile(text);
    assertThat(condition.test(facts())).isEqualTo(withFacts);
    assertThat(condition.test(FormData.EMPTY)).isEqualTo(withoutFacts);
    assertThat(condition.test(blank())).isEqualTo(withoutFacts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          论文数 >= 3 or 学位 = "硕士"              | TRUE
          学位 = "硕士" or 论文数 >= 3              | TRUE
          论文数 >= 3 and 学位 = "博士"             | UNDECIDED
          论文数 >= 3 and 学位 = "硕士"             | UNDECIDED
          论文数 >= 3 or 学位 = "博士"              | UNDECIDED
          不早于(出生日期, "1970-01-01") or 学位 = "硕士" | TRUE
          不早于(出生日期, "1970-01-01") and 学位 = "博士" | UNDECIDED
          not(论文数 >= 3) and 学位 = "硕士"        | UNDECIDED
          """)
  void oneMissingFactNeverTurnsIntoAnAnswer(String text, Truth expected) {
    FormData onlyDegree = new FormData(Map.of("学位", new Value.Text("硕士")));
    assertThat(compile(text).test(onlyDegree)).isEqualTo(expected);
  }

  @Test
  void refersWhenAFactIsNotOfTheDeclaredType() {
    FormData words =
        new FormData(Map.of("论文数", new Value.Text("若干"), "涉密人员", new Value.Text("不详")));
    assertThat(compile("论文数 >= 3").test(words)).isEqualTo(Truth.UNDECIDED);
    assertThat(compile("涉密人员 = false").test(words)).isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "1970, 1970-01-01, TRUE",
    "1970, 1970-06-01, UNDECIDED",
    "1969, 1970-01-01, FALSE",
    "1970年1月, 1970-01-01, TRUE",
    "一九六九年十二月, 1970-01-01, FALSE",
    "某年, 1970-01-01, UNDECIDED"
  })
  void comparesADateAsFarAsItIsStated(String born, String limit, Truth expected) {
    FormData data = new FormData(Map.of("出生日期", new Value.Text(born)));
    assertThat(compile("不早于(出生日期, \"" + limit + "\")").test(data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "主任编辑, TRUE",
    "主任医师, TRUE",
    "高级编辑, TRUE",
    "一级演员, TRUE",
    "主治医师, FALSE",
    "助理研究员, FALSE",
    "一级教师, FALSE",
    "技师, UNDECIDED",
    "高级先生, UNDECIDED"
  })
  void asksForTitlesThatTheTableDoesNotSettle(String title, Truth expected) {
    FormData data = new FormData(Map.of("专业技术职称", new Value.Text(title)));
    assertThat(compile("职称不低于(专业技术职称, \"副高\")").test(data)).isEqualTo(expected);
  }

  @Test
  void countsWorkingDaysOnlyWhereTheCalendarIsKnown() {
    Condition condition = compile("工作日数(出生日期, \"2023-09-29\") >= 5");
    assertThat(condition.test(new FormData(Map.of("出生日期", new Value.Text("2023-09-25")))))
        .isEqualTo(Truth.FALSE);
    assertThat(condition.test(new FormData(Map.of("出生日期", new Value.Text("2022-09-25")))))
        .isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "学衔 = \"硕士\"",
        "学位 = 硕士",
        "学位 = null",
        "null = 学位",
        "is defined(学位)",
        "list contains(申报条件, \"一\")",
        "学位 in [\"硕士\", \"博士\"]",
        "学位 in (学历)",
        "if 涉密人员 then true else false",
        "some x in 申报条件 satisfies x = \"一\"",
        "申报条件[1] = \"一\"",
        "学位 = {}",
        "学位 instance of string",
        "string(学位) = \"硕士\"",
        "get or else(学位, \"无\") = \"无\"",
        "now() > date(\"2020-01-01\")",
        "学位 = \"硕土\"",
        "含(申报条件, \"五\")",
        "论文数 = \"3\"",
        "涉密人员 = \"是\"",
        "学位 = true",
        "出生日期 >= \"1970-01-01\"",
        "出生日期 >= date(\"1970-01-01\")",
        "不早于(出生日期, \"1970年1月1日\")",
        "不早于(出生日期)",
        "职称不低于(专业技术职称, \"高级\")",
        "职称级别(专业技术职称) = 职称级别(学历)",
        "论文数 >=",
        "出生日期.year > 1970"
      })
  void refusesWhatCouldTurnAMissingFactIntoAnAnswer(String text) {
    assertThat(conditions.compile(text, FACTS)).isInstanceOf(Refused.class);
  }

  /** A mistake of types would leave the rule undecided for everybody: it is told, with a remedy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          论文数 = "3"                          | 字段“论文数”是数字，不能与 3 比较；数字不加引号
          涉密人员 = "是"                        | 是是/否，不能与 是 比较；请写 = true 或 = false
          申报条件 = "一"                        | 是多选，不能与 一 比较；请用 含(申报条件, "词")
          学历 = 3                              | 是文字，不能与 3 比较；文字要加英文引号
          学位 = "硕土"                          | 字段“学位”没有选项“硕土”
          学位 in ("硕士", "硕土")                | 字段“学位”没有选项“硕土”
          不早于(学位, "1970-01-01")             | 字段“学位”是选项，不是日期，不能用 不早于
          不早于(论文数, "1970-01-01")           | 函数“不早于”的第 1 个参数要是文字，字段“论文数”是数字
          职称不低于(涉密人员, "副高")            | 函数“职称不低于”的第 1 个参数要是文字
          含(论文数, "3")                        | 函数“含”的第 1 个参数要是多选，字段“论文数”是数字
          含(申报条件, 1)                        | 函数“含”的第 2 个参数要是文字，1是数字
          职称级别(专业技术职称) = "副高"          | “职称级别(…)”是数字，副高是文字，不能相比
          天数(出生日期, 学历) > "5"             | “天数(…)”是数字，5是文字，不能相比
          论文数 = 学历                          | 字段“论文数”是数字，字段“学历”是文字，不能相比
          学历 + 1 > 3                           | 算式要是数字，字段“学历”是文字
          职称级别(专业技术职称)                  | 条件要是是/否，“职称级别(…)”是数字；请写成比较
          学历                                  | 条件要是是/否，字段“学历”是文字；请写成比较
          涉密人员 and 申报条件                   | and、or、not 的两边要是是/否，字段“申报条件”是多选；请写 含(字段, "词")
          count(学历) > 1                        | 函数“count”的第 1 个参数要是多选，字段“学历”是文字
          年数(出生日期) > 5                      | 没有函数“年数”，或不允许使用
          """)
  void tellsOfTypesThatDoNotFit(String text, String sentence) {
    Compiled compiled = conditions.compile(text, FACTS);
    assertThat(compiled).as(text).isInstanceOf(Refused.class);
    assertThat(((Refused) compiled).problems())
        .anySatisfy(problem -> assertThat(problem.zh()).contains(sentence))
        .allSatisfy(problem -> assertThat(problem.en()).isNotBlank());
  }

  @Test
  void tellsEverythingThatIsWrongWithAnExpressionAtOnce() {
    Refused refused = (Refused) conditions.compile("学衔 = \"硕士\" and 论文数 = null", FACTS);
    assertThat(refused.problems())
        .extracting(Problem::zh)
        .containsExactly("登记表里没有字段“学衔”（文字要加英文引号）", "不能用 null，请用 已填(字段名)");
  }

  @Test
  void namesTheFieldsThatItReads() {
    assertThat(compile("已填(学位) and 论文数 > 1 or 学位 = \"硕士\"").fields())
        .containsExactlyInAnyOrder("学位", "论文数");
  }

  private Condition compile(String text) {
    Compiled compiled = conditions.compile(text, FACTS);
    assertThat(compiled).as("%s", compiled).isInstanceOf(Usable.class);
    return ((Usable) compiled).condition();
  }

  private static FormData facts() {
    Map<String, Value> facts = new HashMap<>();
    facts.put("学位", new Value.Text(" 硕士 "));
    facts.put("学历", new Value.Text("研究生"));
    facts.put("出生日期", new Value.Text("1970-03-01"));
    facts.put("专业技术职称", new Value.Text("高级工程师"));
    facts.put("论文数", new Value.Number(new BigDecimal("3")));
    facts.put("获奖数", new Value.Number(new BigDecimal("2")));
    facts.put("涉密人员", new Value.Flag(true));
    facts.put("申报条件", new Value.Many(List.of(new Value.Text("一"), new Value.Text("二"))));
    return new FormData(facts);
  }

  private static FormData blank() {
    Map<String, Value> blank = new HashMap<>();
    FACTS.keySet().forEach(name -> blank.put(name, new Value.Text("\u3000 ")));
    return new FormData(blank);
  }

  private static WorkingDays calendar() {
    LocalDate festival = LocalDate.of(2023, 9, 29);
    return new WorkingDays(Map.of(2023, new WorkingDays.Year(Set.of(festival), Set.of())));
  }
}
