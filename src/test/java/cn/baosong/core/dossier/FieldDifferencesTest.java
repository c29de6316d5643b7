package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDifferencesTest {
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(
          new CharacterVariants(
              "variants/test", Map.of((int) '陳', (int) '陈', (int) '喆', (int) '哲')));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME | 张三 | 张三 | EQUAL",
        "NAME | 张　三 | 张三 | COSMETIC",
        "NAME | 买买提•艾力 | 买买提·艾力 | COSMETIC",
        "NAME | 买买提・艾力 | 买买提·艾力 | COSMETIC",
        "NAME | JOHN SMITH | John  Smith | COSMETIC",
        "NAME | 买买提 艾力 | 买买提·艾力 | SUSPECT",
        "NAME | 买买提艾力 | 买买提·艾力 | SUSPECT",
        "NAME | 陈某 | 陳某 | SUSPECT",
        "NAME | 王喆 | 王哲 | SUSPECT",
        "NAME | 王䶮 | 王? | SUSPECT",
        "NAME | 王䶮 | 王(上龙下天) | SUSPECT",
        "NAME | 王䶮 | 王 | IDENTITY",
        "NAME | 李? | 王䶮 | IDENTITY",
        "NAME | 王己 | 王已 | IDENTITY",
        "NAME | 王末 | 王未 | IDENTITY",
        "NAME | 张三 | 李四 | IDENTITY",
        "NAME | 张三 | '' | IDENTITY",
        "IDENTITY_NUMBER | 11010519491231002X | １１０１０５１９４９１２３１００２ｘ | COSMETIC",
        "IDENTITY_NUMBER | 11010519491231002X | 110105194912310021 | IDENTITY",
        "IDENTITY_NUMBER | 110105491231002 | 11010519491231002X | PRECISION",
        "IDENTITY_NUMBER | 11010519491231002X | 110105194912310000 | SUSPECT",
        "IDENTITY_NUMBER | 11010519491231002X | 1.10105E+17 | SUSPECT",
        "IDENTITY_NUMBER | 11010519491231002X | 1.1E+17 | IDENTITY",
        "IDENTITY_NUMBER | 11010519491231002X | 110105194912320000 | IDENTITY",
        "DATE | 1970年1月1日 | 1970-01-01 | COSMETIC",
        "DATE | 25569 | 1970-01-01 | COSMETIC",
        "DATE | 1970.01 | 1970-01-15 | PRECISION",
        "DATE | 1970.01 | 1970-02-15 | MATERIAL",
        "DATE | 不详 | 1970-02-15 | SUSPECT",
        "PHONE | （0471）6268105    6946607 | 0471-6268105、0471-6946607 | COSMETIC",
        "PHONE | 2293393 | 0353-2293393 | PRECISION",
        "PHONE | 0351-7676028 | 0351-7676026 | MATERIAL",
        "PHONE | 无 | 见附件 | MATERIAL",
        "DOCUMENT_NUMBER | 晋人社厅函〔2023〕138号 | 晋人社厅函[2023]138 号 | COSMETIC",
        "DOCUMENT_NUMBER | 晋人社厅函〔2023〕138号 | 晋人社厅函〔2023〕139号 | MATERIAL",
        "UNIT | 某市人民医院（本部） | 某市人民医院(本部) | COSMETIC",
        "UNIT | 某市人民医院 | 某省人民医院 | MATERIAL",
        "TEXT | 高级工程师 | 工程师 | MATERIAL",
        "TEXT | 高级工程师 | 高级工程师（副高级） | PRECISION",
        "TEXT | 高级工程师(正高级) | 高级工程师（副高级） | MATERIAL",
        "TEXT | ⾼级工程师 | 高级 工程师 | COSMETIC",
        "TEXT | 陳列工艺 | 陈列工艺 | SUSPECT",
        "NUMBER | 1,000.0 | １０００ | COSMETIC",
        "NUMBER | 3 | 03 | COSMETIC",
        "NUMBER | 3 | 4 | MATERIAL",
        "NUMBER | 1E999999999 | 1 | MATERIAL",
        "CHOICE | 男 | ' 男 ' | COSMETIC",
        "CHOICE | 男 | 女 | MATERIAL",
      })
  void weighsADifferenceAsAnOfficerWould(
      Kind kind, String paper, String electronic, DifferenceClass expected) {
    FieldComparison comparison = DIFFERENCES.compare(kind, paper, electronic);

    assertThat(comparison.difference()).isEqualTo(expected);
    assertThat(DIFFERENCES.compare(kind, electronic, paper).difference()).isEqualTo(expected);
  }

  @Test
  void keepsBothRawValuesBothNormalFormsAndTheTablesUsed() {
    FieldComparison comparison =
        DIFFERENCES.compare(Kind.DOCUMENT_NUMBER, "某函[2023]1 号", "某函（2023）1号");

    assertThat(comparison)
        .isEqualTo(
            new FieldComparison(
                Kind.DOCUMENT_NUMBER,
                "某函[2023]1 号",
                "某函（2023）1号",
                "某函〔2023〕1号",
                "某函〔2023〕1号",
                DifferenceClass.COSMETIC,
                "normal-forms/3 variants/test"));
  }

  @Test
  void weighsARealDifferenceAsTheCallDeclaresItsField() {
    FieldComparison birth = DIFFERENCES.compare(Kind.DATE, "1970.01", "1971.01");
    FieldComparison vague = DIFFERENCES.compare(Kind.DATE, "1970.01", "1970-01-15");

    assertThat(birth.weighed(Weight.IDENTITY).difference()).isEqualTo(DifferenceClass.IDENTITY);
    assertThat(vague.weighed(Weight.IDENTITY).difference()).isEqualTo(DifferenceClass.PRECISION);
    assertThat(birth.weighed(Weight.COSMETIC).difference()).isEqualTo(DifferenceClass.COSMETIC);
  }

  @Test
  void comparesAFieldAsTheCallDescribesIt() {
    ComparedField born = new ComparedField("出生日期", Kind.DATE, Weight.IDENTITY);

    assertThat(DIFFERENCES.compare(born, "1970.01", "1971.01").difference())
        .isEqualTo(DifferenceClass.IDENTITY);
  }

  @Test
  void answersAHostileTextOfMarksAtOnce() {
    String marks = "?a".repeat(150);

    assertThat(DIFFERENCES.compare(Kind.NAME, marks, "a".repeat(300) + "b").difference())
        .isEqualTo(DifferenceClass.IDENTITY);
  }
}
