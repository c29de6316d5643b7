package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.reader.call.Loading.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLoaderTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void copyTheShippedCall() throws IOException {
    folder = temp.resolve("sx-bqw-2020");
    Samples.copy(Path.of("forms/sx-bqw-2020"), folder);
  }

  /** What stands in the file → what a hurried hand makes of it → where and what the error says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'date: 2020-03-31'           | 'date: 2020-02-30'          | deadlines[0].date        | 日期应写成
          'date: 2020-03-31'           | 'date: 3月31日'              | deadlines[0].date        | 日期应写成
          'basis: POSTMARK'            | 'basis: 邮戳'                | deadlines[0].basis       | 只能填：POSTMARK、ARRIVAL_POSTMARK、RECEIPT
          'waitDays: 15'               | 'waitDay: 15'               | paper.waitDay            | 没有这个键
          'mode: scan'                 | 'mode: fax'                 | paper.mode               | 只能填
          'limit: 15'                  | 'limit: 十五'                | quotas[0].limit          | 应填整数
          'limit: 15'                  | 'limit: -1'                 | quotas[0].limit          | 不能小于 0
          'units: [EDU_DEPT]'          | 'units: [EDU]'              | quotas[0].units[0]       | 没有单位类别“EDU”
          'identity: 身份证件号码'        | 'identity: 身份证号'          | form.identity            | 没有字段“身份证号”
          'must: 获其他国家人才计划支持'     | 'must: 获其他人才计划支持'       | rules[3].must            | 没有字段“获其他人才计划支持”
          '(专业技术职称, "副高")'         | '(专业技术职称, "高级")'         | rules[0].must            | 第二个参数只能是
          '不早于(出生日期, "1970-01-01")' | '出生日期 >= "1970-01-01"'     | rules[1].must            | 文字不能比大小
          '不早于(出生日期, "1970-01-01")' | '不早于(出生日期, "1970-01-01"'  | rules[1].must            | 写法有误
          'waivedWhen: 涉密人员 = true'   | 'waivedWhen: 涉密人员 = null'  | procedures[1].waivedWhen | 不能用 null
          'value: 四'                  | 'value: 五'                  | rules[2].oneOf.choices[3].value | 没有选项“五”
          '[review-summary]'           | '[summary]'                 | procedures[0].evidence.materials[0] | 没有材料“summary”
          '[公示情况, 公示开始日期]'        | '[公示结果]'                  | procedures[1].evidence.fields[0] | 没有字段“公示结果”
          'id: rpu'                    | 'id: registration'          | materials[4].id          | 重复
          'key: courier.rule'          | 'key: courier.rules'        | ambiguities[3].key       | 没有选项
          '[DISPATCH, ARRIVAL]'        | '[DISPATCH, DELIVERY]'      | ambiguities[4].readings[1] | 没有读法“DELIVERY”
          'proposed: DISPATCH'         | 'proposed: SENT'            | ambiguities[4].proposed  | 不在 readings 里
          'on: 2020-03-07, reason: "按PDF' | 'on: 昨天, reason: "按PDF'  | ambiguities[9].settled.on | 日期应写成
          'key: rule.E2.force'         | 'key: rule.E9.force'        | ambiguities[5].key       | 没有条件“E9”
          'key: rule.E2.force'         | 'key: kind.CITY.admitted'    | ambiguities[5].key       | 没有单位类别“CITY”
          'key: rule.E2.force'         | 'key: kind.CITY_HR.countsAs' | ambiguities[5].key      | 没有单位类别“HARD”
          'emails: [jqczjzk@sina.com]' | 'region: 火星'                | office.region            | 没有地区“火星”
          'consequences: [NOT_ACCEPTED]' | 'consequences: [NOT_ACCEPTED, NONE_STATED]' | lateness.consequences | 不能与其他后果并列
          'field: 性别'                 | 'field: 性 别'               | paper.compared[1].field  | 没有字段
          'hold: PT30M'                | 'hold: 30分钟'               | letters.hold             | 时长应写成
          'secrecy: {place: 四（二）1, words: 涉密推荐材料需自行进行脱密处理。}' | 'parent: {call: 上级}' | parent.call | 上级通知的编号
          'secrecy: {place: 四（二）1, words: 涉密推荐材料需自行进行脱密处理。}' | 'parent: sx-bqw-2020' | parent | 不能是这份通知自己
          'waitDays: 15'               | 'mode: scan'                | paper.mode               | 写了两次
          'number: 晋人社厅函〔2020〕131号'  | 'number: !!java.net.URL x'  | notice.number            | 标签
          'number: 晋人社厅函〔2020〕131号'  | 'number: &a x'              | notice.number            | 引用
          """)
  void namesFileLineAndKeyOfABrokenEdit(String from, String to, String key, String sentence)
      throws IOException {
    int line = edit("call.yaml", from, to);
    List<CallFault> faults = faults();
    assertThat(faults)
        .as("%s", faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo("call.yaml");
              assertThat(fault.key()).isEqualTo(key);
              assertThat(fault.zh()).contains(sentence);
              assertThat(fault.en()).isNotBlank();
            });
    assertThat(faults).anySatisfy(fault -> assertThat(fault.line()).isEqualTo(line));
  }

  @Test
  void asksForTheDecisiveDateWhereNeitherDeadlineNorRegisterNamesIt() throws IOException {
    edit("call.yaml", "    basis: RECEIPT\n", "");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("deadlines[1]");
              assertThat(fault.zh()).contains("deadline.basis");
            });
  }

  @Test
  void tellsEveryFaultOfEveryFileAtOnce() throws IOException {
    edit("call.yaml", "mode: scan", "mode: fax");
    edit("call.yaml", "must: 获其他国家人才计划支持", "must: 获其他人才计划支持");
    edit("form.schema.json", "\"maxLength\": 200", "\"maxLength\": \"200\"");
    Files.writeString(folder.resolve("cases.yaml"), "cases: []\n", StandardCharsets.UTF_8);
    assertThat(faults())
        .extracting(CallFault::file)
        .contains("call.yaml", "cases.yaml", "form.schema.json");
    assertThat(faults()).extracting(CallFault::key).contains("paper.mode", "rules[3].must");
  }

  @Test
  void pointsToTheLineWhereTheYamlBreaks() throws IOException {
    int line = edit("call.yaml", "  title: 关于", " title: 关于");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isBetween(line, line + 1));
  }

  @Test
  void pointsToTheLineWhereTheFormBreaks() throws IOException {
    int line = edit("form.schema.json", "\"民族\": {", "\"民族\": ");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("form.schema.json");
              assertThat(fault.line()).isEqualTo(line);
            });
  }

  @Test
  void refusesAFieldThatIsDeclaredTwice() throws IOException {
    int line = edit("form.schema.json", "\"政治面貌\"", "\"民族\"");
    assertThat(faults()).singleElement().satisfies(f -> assertThat(f.line()).isEqualTo(line));
  }

  @Test
  void namesTheFieldThatAConditionalPartOfTheFormMisspells() throws IOException {
    int line = edit("form.schema.json", "{\"身份证件类型\": {\"const\"", "{\"证件类型\": {\"const\"");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("form.schema.json");
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.key()).isEqualTo("allOf[0].if.properties.证件类型");
            });
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    Files.delete(folder.resolve("call.yaml"));
    assertThat(faults()).extracting(CallFault::zh).containsExactly("缺少文件 call.yaml");
  }

  @Test
  void asksForADepartment() throws IOException {
    String text = Files.readString(folder.resolve("call.yaml"), StandardCharsets.UTF_8);
    int from = text.indexOf("departments:");
    String without =
        text.substring(0, from) + "departments: []\n" + text.substring(text.indexOf("# ── 谁报"));
    Files.writeString(folder.resolve("call.yaml"), without, StandardCharsets.UTF_8);
    assertThat(faults()).extracting(CallFault::key).contains("departments");
  }

  @Test
  void survivesABombOfAliases() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    Files.writeString(folder.resolve("call.yaml"), bomb, StandardCharsets.UTF_8);
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void refusesDeepNestingAndForeignEncodings() throws IOException {
    Files.writeString(folder.resolve("call.yaml"), "[".repeat(5000), StandardCharsets.UTF_8);
    assertThat(faults()).isNotEmpty();
    Files.write(folder.resolve("call.yaml"), new byte[] {(byte) 0xB1, (byte) 0xA8});
    assertThat(faults()).extracting(CallFault::zh).anyMatch(zh -> zh.contains("UTF-8"));
  }

  private List<CallFault> faults() {
    Loading loading = Loaders.loader().load(new CallId("sx-bqw-2020"), folder);
    assertThat(loading).isInstanceOf(Broken.class);
    return ((Broken) loading).faults();
  }

  /** Edits the first place and answers its line. */
  private int edit(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path, StandardCharsets.UTF_8);
    int at = text.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    Files.writeString(
        path,
        text.substring(0, at) + to + text.substring(at + from.length()),
        StandardCharsets.UTF_8);
    return (int) text.substring(0, at).lines().count()
        + (at > 0 && text.charAt(at - 1) == '\n' ? 1 : 0);
  }
}
