package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison rows of domain.md, sections 3.7 and 9, as a call declares their fields. */
class PaperAgainstFormTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("variants/test", Map.of((int) '陳', (int) '陈')));

  @ParameterizedTest(name = "{0}: {3} / {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "C01 | NAME | IDENTITY | 张　三 | 张三 | COSMETIC",
        "C02 | NAME | IDENTITY | 买买提•艾力 | 买买提·艾力 | COSMETIC",
        "C02 from a GB2312 decoder | NAME | IDENTITY | 买买提•艾力 | 买买提・艾力 | COSMETIC",
        "C03 | DATE | IDENTITY | 1970年1月1日 | 1970-01-01 | COSMETIC",
        "C04 | DATE | IDENTITY | 1970.01 | 1970-01-15 | PRECISION",
        "C05 | NAME | IDENTITY | 陈某 | 陳某 | SUSPECT",
        "C08 | IDENTITY_NUMBER | IDENTITY | 99999919700101001X | ９９９９９９１９７００１０１００１ｘ | COSMETIC",
        "C09 | TEXT | MATERIAL | 高级工程师 | 工程师 | MATERIAL",
        "C11 | DOCUMENT_NUMBER | MATERIAL | 晋人社厅函〔2023〕138号 | 晋人社厅函[2023]138 号 | COSMETIC",
        "C13 | PHONE | MATERIAL | （0471）6268105    6946607 | 0471-6268105、0471-6946607 | COSMETIC",
      })
  void weighsTheExampleRows(
      String row,
      Kind kind,
      Weight weight,
      String paper,
      String electronic,
      DifferenceClass expected) {
    assertThat(compare(kind, weight, paper, electronic)).as(row).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {3} / {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "padding | TEXT | MATERIAL | 高级　工程师 | 高级工程师 | COSMETIC",
        "no-break and zero-width blanks | NAME | IDENTITY | '张\u00A0\u200B三' | 张三 | COSMETIC",
        "full-width letters and brackets | UNIT | MATERIAL | ＡＢ（集团）公司 | AB(集团)公司 | COSMETIC",
        "half-width separator | NAME | IDENTITY | 买买提･艾力 | 买买提·艾力 | COSMETIC",
        "full stop between Han | NAME | IDENTITY | 买买提．艾力 | 买买提·艾力 | COSMETIC",
        "bullet | NAME | IDENTITY | 买买提●艾力 | 买买提·艾力 | COSMETIC",
        "Kangxi radicals of a PDF | NAME | IDENTITY | ⾦⼀ | 金一 | COSMETIC",
        "Han date | DATE | IDENTITY | 一九七〇年一月一日 | 1970/1/1 | COSMETIC",
        "date of a spreadsheet | DATE | IDENTITY | 1970 年 1 月 1 日 | 25569 | COSMETIC",
        "dash of a phone | PHONE | MATERIAL | 0351—7676046 | 0351 - 7676046 | COSMETIC",
        "brackets of a number | DOCUMENT_NUMBER | MATERIAL | 晋人社厅函【2020】131号 | 晋人社厅函（2020）131 号 | COSMETIC",
        "GBK decoder of a rare character | NAME | IDENTITY | '王\uE863' | 王䶮 | COSMETIC",
        "year and month | DATE | IDENTITY | 1970年1月 | 1970-01-15 | PRECISION",
        "title with its level | TEXT | MATERIAL | 高级工程师 | 高级工程师（副高级） | PRECISION",
        "short name of a unit | UNIT | MATERIAL | 太原市第一医院 | 山西省太原市第一医院 | PRECISION",
        "another unit | UNIT | MATERIAL | 人民医院分院 | 太原市第二人民医院 | MATERIAL",
        "blank or separator | NAME | IDENTITY | 买买提 艾力 | 买买提·艾力 | SUSPECT",
        "unexplained private use | NAME | IDENTITY | '王\uE000' | 王䶮 | SUSPECT",
        "replacement mark | NAME | IDENTITY | 王□ | 王䶮 | SUSPECT",
        "traditional title | TEXT | MATERIAL | 陳列设计师 | 陈列设计师 | SUSPECT",
        "degree | TEXT | MATERIAL | 硕士 | 博士 | MATERIAL",
        "tier | CHOICE | MATERIAL | 一层次 | 二层次 | MATERIAL",
        "form variant | CHOICE | MATERIAL | 普通类 | 产业创新类 | MATERIAL",
        "ranking | NUMBER | MATERIAL | 1 | 2 | MATERIAL",
        "another name | NAME | IDENTITY | 张三 | 张叁 | IDENTITY",
        "look-alike characters | NAME | IDENTITY | 王己 | 王已 | IDENTITY",
        "another number | IDENTITY_NUMBER | IDENTITY | 99999919700101001X | 999999197001010028 | IDENTITY",
        "another birth date | DATE | IDENTITY | 1970.01 | 1971-01-15 | IDENTITY",
        "sex | CHOICE | IDENTITY | 男 | 女 | IDENTITY",
      })
  void weighsTheClassesOfDifferences(
      String what,
      Kind kind,
      Weight weight,
      String paper,
      String electronic,
      DifferenceClass expected) {
    assertThat(compare(kind, weight, paper, electronic)).as(what).isEqualTo(expected);
    assertThat(compare(kind, weight, electronic, paper)).as(what).isEqualTo(expected);
  }

  private static DifferenceClass compare(
      Kind kind, Weight weight, String paper, String electronic) {
    return DIFFERENCES
        .compare(new ComparedField("某栏", kind, weight), paper, electronic)
        .difference();
  }
}
