package cn.baosong.reader.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.text.TextBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextListsTest extends Lists {
  private static final String LIST = "通知,sx-bqw-2020\n姓名,身份证号\n䶮三,999999197001010019\n";

  @Test
  void readsCsvInEveryCharsetThatExcelAndWpsSave() {
    byte[][] files = {
      LIST.getBytes(StandardCharsets.UTF_8),
      ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_8),
      LIST.getBytes(TextBytes.GB18030),
      ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16LE),
      ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16BE)
    };
    for (byte[] file : files) {
      Sheet sheet = sheet(read(file, "清单.csv"));
      assertThat(sheet.head("通知").orElseThrow().text()).isEqualTo("sx-bqw-2020");
      assertThat(cell(sheet, 0, "姓名").text()).isEqualTo("䶮三");
      assertThat(cell(sheet, 0, "身份证号").text()).isEqualTo("999999197001010019");
      assertThat(cell(sheet, 0, "身份证号").trouble()).isEmpty();
      assertThat(cell(sheet, 0, "身份证号").place()).isEqualTo("清单.csv!B3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsOutWhatSeparatesTheColumns(String separator) {
    Sheet sheet = csv("姓名 性别 备注\n张三 男 \"a,b;c\"".replace(" ", separator));
    assertThat(cell(sheet, 0, "性别").text()).isEqualTo("男");
    assertThat(cell(sheet, 0, "备注").text()).isEqualTo("a,b;c");
  }

  @Test
  void readsQuotedFieldsWithQuotesAndLineBreaks() {
    Sheet sheet = csv("姓名,业绩\r\n张三,\"第一行\r\n\"\"第二行\"\"\"\r\n李四,x\r\n");
    assertThat(cell(sheet, 0, "业绩").text()).isEqualTo("第一行\r\n\"第二行\"");
    assertThat(sheet.rows()).extracting(Row::lineNumber).containsExactly(2, 4);
  }

  @Test
  void saysThatAQuoteIsNeverClosed() {
    byte[] open = "姓名,x\n张三,\"y\n".getBytes(StandardCharsets.UTF_8);
    assertThat(kinds(read(open, "a.csv"))).containsExactly(Remark.Kind.UNREADABLE);
  }

  @Test
  void keepsWhatLooksLikeAFormulaAsText() {
    assertThat(cell(csv("姓名,x\n张三,=cmd|'/c calc'!A0"), 0, "x").text()).startsWith("=cmd");
    assertThat(cell(csv("姓名,x\n张三,1.40202E+17"), 0, "x").trouble())
        .contains(Trouble.PRECISION_LOST);
  }

  @Test
  void doesNotTakeTheNextKeyForTheValueOfABlankOne() {
    Sheet sheet = csv("联系人,,联系电话,0351\n姓名,x\n张三,y");
    assertThat(sheet.head()).containsOnlyKeys("联系电话");
  }

  @Test
  void readsJsonAsAnArrayOrWithItsHead() {
    Sheet bare = json("[{\"姓名\":\"张三\",\"身份证号\":999999197001010019,\"空\":null}]");
    assertThat(cell(bare, 0, "身份证号").text()).isEqualTo("999999197001010019");
    assertThat(bare.rows().get(0).cell("空")).isEmpty();
    Sheet full =
        json("{\"通知\":\"sx-bqw-2020\",\n\"候选人\":[\n{\"姓名\":\"张三\",\"荣誉\":[\"a\",{\"b\":1}]}]}");
    assertThat(full.head("通知").orElseThrow().text()).isEqualTo("sx-bqw-2020");
    assertThat(cell(full, 0, "荣誉").text()).isEqualTo("[\"a\",{\"b\":1}]");
    assertThat(cell(full, 0, "姓名").place()).isEqualTo("清单.json!候选人[1].姓名");
    assertThat(full.rows().get(0).lineNumber()).isEqualTo(3);
  }

  @Test
  void goesByTheBytesAndNotByTheName() {
    byte[] json = "[{\"姓名\":\"张三\"}]".getBytes(StandardCharsets.UTF_8);
    assertThat(cell(sheet(read(json, "清单.csv")), 0, "姓名").text()).isEqualTo("张三");
  }

  private Sheet json(String text) {
    return sheet(read(text.getBytes(StandardCharsets.UTF_8), "清单.json"));
  }
}
