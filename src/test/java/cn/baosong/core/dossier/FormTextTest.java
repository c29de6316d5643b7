package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTextTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("test", Map.of()));
  private static final List<String> LABELS =
      List.of("姓名", "性别", "出生日期", "身份证件号码", "工作单位", "专业技术职称", "申报条件", "联系电话", "说明");

  /** What a field is read as, beside what the electronic form says; a slash ends a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "姓名 张三 性别 男 出生日期 1975年1月1日 民族 汉族; 姓名; NAME; 张三; 张三",
        "姓名 张三 性别 男 出生日期 1975年1月1日 民族 汉族; 出生日期; DATE; 1975-01-01; 1975年1月1日",
        "姓　　名　张三　性 别　男; 性别; CHOICE; 男; 男",
        "姓名：张三，性别：男。; 姓名; NAME; 张三; 张三",
        "姓名:____张三____ 性别:____男; 姓名; NAME; 张三; 张三",
        "姓名（与身份证一致）：张三 性别 男; 姓名; NAME; 张三; 张三",
        "1.姓名 张三/2.性别 男; 性别; CHOICE; 男; 男",
        "⼯作单位 示例研究院/说明 无; 工作单位; UNIT; 示例研究院; 示例研究院",
        "专业技/术职称 教授 申报条件 （一）（三）; 专业技术职称; TEXT; 教授; 教授",
        "专业技/术职称 教授 申报条件 （一）（三）; 申报条件; CHOICE; 一、三; (一)(三)",
        "工作单位/示例研究院第一/研究所 姓名 张三; 工作单位; UNIT; 示例研究院第一研究所; 示例研究院第一研究所",
        "工作单位 示例研究院第一/研究所/基本情况 略; 工作单位; UNIT; 示例研究院第一研究所; 示例研究院第一研究所",
        "工作单位/示例研究院; 工作单位; UNIT; 另一研究院; 示例研究院",
        "身份证件号码 999999 19750615 0018 性别 男; 身份证件号码; IDENTITY_NUMBER; 999999197506150018; 999999 19750615 0018",
        "身份证件号码 E12345678 护照; 身份证件号码; IDENTITY_NUMBER; E12345678; E12345678",
        "出生日期 1975.06 (44岁) 说明 无; 出生日期; DATE; 1975-06; 1975.06",
        "姓名 李四 性别 男; 姓名; NAME; 张三; 李四",
        "姓名 张 三 性别 男/推荐人选 姓名 张三; 姓名; NAME; 张三; 张 三"
      })
  void readsWhatStandsBesideALabel(
      String text, String field, Kind kind, String electronic, String read) {
    assertThat(value(text.replace('/', '\n'), field, kind, electronic)).contains(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // two candidates in one document
        "姓名 张三 性别 男/姓名 李四 性别 女; 姓名; NAME; 张三",
        // the heading of a table of many
        "序号 姓名 性别 工作单位/1 张三 男 示例研究院; 工作单位; UNIT; 示例研究院",
        // labels and values in columns of their own
        "姓名/性别/张三/男; 性别; CHOICE; 男",
        // an empty cell
        "姓名 性别 男; 姓名; NAME; 张三",
        "姓名：____ 性别：男; 姓名; NAME; 张三",
        // an unknown label behind the value
        "姓名 张三 学缘 无 性别 男; 姓名; NAME; 张三",
        // the value goes on, who knows how far
        "工作单位/另一研究院/第二所 姓名 张三; 工作单位; UNIT; 示例研究院",
        // all choices are printed
        "性别 男☑ 女□ 姓名 张三; 性别; CHOICE; 男",
        // other labels
        "配偶姓名 李四; 姓名; NAME; 张三",
        "姓名权 张三; 姓名; NAME; 张三",
        "出生日期 不详 姓名 张三; 出生日期; DATE; 1975-01-01",
        "姓名 张三; 联系电话; PHONE; 0351-0000000"
      })
  void readsNothingWhereItCannotBeSure(String text, String field, Kind kind, String electronic) {
    assertThat(value(text.replace('/', '\n'), field, kind, electronic)).isEmpty();
  }

  @Test
  void readsNoProse() {
    assertThat(value("工作单位 " + "甲".repeat(201), "工作单位", Kind.UNIT, "乙")).isEmpty();
    assertThat(value("工作单位 " + "甲".repeat(200), "工作单位", Kind.UNIT, "乙")).isPresent();
  }

  @Test
  void readsNothingWhenTwoFormsContradictEachOther() {
    FormText forms = FormText.read(List.of("姓名 张三", "姓名 李四"), LABELS);

    assertThat(forms.value(field("姓名", Kind.NAME), "张三", DIFFERENCES)).isEmpty();
  }

  private static Optional<String> value(String text, String field, Kind kind, String electronic) {
    return FormText.read(List.of(text), LABELS).value(field(field, kind), electronic, DIFFERENCES);
  }

  private static ComparedField field(String name, Kind kind) {
    return new ComparedField(name, kind, Weight.IDENTITY);
  }
}
