package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.Form.Fault;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.reader.call.Loading.Loaded;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFormTest {
  private final Form form = shipped();

  @Test
  void findsNothingWrongWithACompleteRow() {
    assertThat(form.faults(form.fromTexts(complete()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"姓名", "出生日期", "申报条件", "获其他国家人才计划支持"})
  void treatsABlankCellAsAnAbsentField(String field) {
    Map<String, String> row = complete();
    row.put(field, "\u3000 ");
    assertThat(form.faults(form.fromTexts(row)))
        .containsExactly(new Fault(field, true, "缺少“" + field + "”"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          性别           | 男性             | “性别”：只能填：男、女
          涉密人员        | 不详             | “涉密人员”：应填“是”或“否”
          申报条件        | 五               | “申报条件”：只能填：一、二、三、四
          身份证件号码     | 99999919700101   | “身份证件号码”：居民身份证号码应为18位
          """)
  void saysInWordsWhatACellShouldHold(String field, String text, String sentence) {
    Map<String, String> row = complete();
    row.put(field, text);
    assertThat(form.faults(form.fromTexts(row)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.missing()).isFalse();
              assertThat(fault.sentence()).startsWith(sentence);
            });
  }

  @Test
  void asksTheNonPublicForTheirOwnVariantOfTheForm() {
    Map<String, String> row = complete();
    row.put("是否非公领域", "是");
    assertThat(form.faults(form.fromTexts(row)))
        .containsExactly(new Fault("登记表类型", true, "缺少“登记表类型”"));
    row.put("登记表类型", "普通类");
    assertThat(form.faults(form.fromTexts(row)))
        .extracting(Fault::sentence)
        .containsExactly("“登记表类型”：非公领域人才应填报候选人情况登记表（产业创新类）");
    row.put("登记表类型", "产业创新类");
    assertThat(form.faults(form.fromTexts(row))).isEmpty();
  }

  @Test
  void asksNoResidentIdentityNumberOfAForeigner() {
    Map<String, String> row = complete();
    row.put("身份证件类型", "护照");
    row.put("身份证件号码", "E12345678");
    assertThat(form.faults(form.fromTexts(row))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"是,true", "有,true", "√,true", "TRUE,true", "否,false", "无,false", "false,false"})
  void readsTicksAndWordsAsYesAndNo(String text, boolean flag) {
    FormData data = form.fromTexts(Map.of("涉密人员", text));
    assertThat(data.fields()).containsEntry("涉密人员", new Value.Flag(flag));
  }

  @Test
  void partsAListByTheChineseComma() {
    FormData data = form.fromTexts(Map.of("申报条件", "（一）、三；4"));
    assertThat(data.fields().get("申报条件"))
        .isEqualTo(
            new Value.Many(List.of(new Value.Text("一"), new Value.Text("三"), new Value.Text("4"))));
  }

  @Test
  void leavesDatesAndUnknownColumnsAsTheyWereWritten() {
    FormData data = form.fromTexts(Map.of("出生日期", "1970 年 1 月", "备注", "见附件"));
    assertThat(data.text("出生日期")).contains("1970 年 1 月");
    assertThat(data.text("备注")).contains("见附件");
  }

  @ParameterizedTest
  @CsvSource({"12,12", "１２,12", "12.5,12.5", "'1,200',1200"})
  void readsNumbersInAnyWidth(String text, BigDecimal number) {
    FormData data = numbers().fromTexts(Map.of("论文数", text));
    assertThat(data.fields()).containsEntry("论文数", new Value.Number(number));
    assertThat(numbers().faults(data)).isEmpty();
  }

  @Test
  void keepsWordsWhereANumberIsAskedForAndSaysSo() {
    FormData data = numbers().fromTexts(Map.of("论文数", "十余篇"));
    assertThat(numbers().faults(data)).containsExactly(new Fault("论文数", false, "“论文数”：应填数字"));
  }

  @Test
  void namesItsFieldsInTheOrderOfTheForm() {
    assertThat(form.fields())
        .extracting(Form.Field::name)
        .startsWith("姓名", "性别", "身份证件类型", "身份证件号码", "出生日期");
    assertThat(form.fields().get(0).required()).isTrue();
    assertThat(form.fields().get(2).required()).isFalse();
  }

  private static Form numbers() {
    byte[] schema =
        "{\"type\":\"object\",\"properties\":{\"论文数\":{\"type\":\"number\"}}}"
            .getBytes(StandardCharsets.UTF_8);
    Faults faults = new Faults();
    return new FormReader(JsonSource.read("form.schema.json", schema, faults), faults).read();
  }

  private static Form shipped() {
    Loading loading =
        Loaders.loader().load(new CallId("sx-bqw-2020"), Path.of("forms/sx-bqw-2020"));
    return ((Loaded) loading).call().call().form();
  }

  private static Map<String, String> complete() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("姓名", "张示例");
    row.put("性别", "男");
    row.put("身份证件号码", "999999197503010013");
    row.put("出生日期", "1975-03-01");
    row.put("工作单位", "示例大学");
    row.put("专业技术职称", "教授");
    row.put("申报条件", "一");
    row.put("获其他国家人才计划支持", "否");
    return row;
  }
}
