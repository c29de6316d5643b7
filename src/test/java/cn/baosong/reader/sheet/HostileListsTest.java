package cn.baosong.reader.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.sheet.Remark.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class HostileListsTest extends Lists {

  @Test
  void asksForXlsxWhereXlsOrAnEncryptedWorkbookWasSent() {
    byte[] ole = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4096);
    SheetReading reading = read(ole, "报送清单.xls");
    assertThat(kinds(reading)).containsExactly(Kind.OLD_FORMAT);
    assertThat(reading.remarks().get(0).chinese()).contains(".xlsx");
  }

  @Test
  void opensNoEntityThatAWorkbookNames() {
    String evil =
        "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + worksheet("<row>" + inline("A1", "姓名") + inline("B1", "&e;") + "</row>");
    assertThat(kinds(read(rawWorkbook(evil), "a.xlsx"))).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void survivesABillionLaughs() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE w [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    String evil = dtd + "]>" + worksheet("<row>" + inline("A1", "&e29;") + "</row>");
    assertThat(kinds(read(rawWorkbook(evil), "a.xlsx"))).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void refusesAWorkbookThatUnpacksToAThousandTimesItsWeight() {
    String bomb = worksheet(" ".repeat(40 << 20));
    assertThat(kinds(read(rawWorkbook(bomb), "a.xlsx"))).containsExactly(Kind.UNSAFE);
  }

  @Test
  void stopsAtTheLimitsOfRowsColumnsAndCells() {
    SheetLimits small = new SheetLimits(1 << 20, 5, 5, 12, 100);
    String wide = "<row>" + inline("A1", "姓名") + inline("ZZ1", "x") + "</row>";
    assertThat(kinds(read(rawWorkbook(worksheet(wide)), "a.xlsx", small)))
        .containsExactly(Kind.TOO_LARGE);
    String many = "姓名\n" + "x\n".repeat(6);
    assertThat(kinds(read(utf8(many), "a.csv", small))).containsExactly(Kind.TOO_LARGE);
    String cells = "姓名,a,b,c\n" + "1,2,3,4\n".repeat(3);
    assertThat(kinds(read(utf8(cells), "a.csv", small))).containsExactly(Kind.TOO_LARGE);
    String json = "[" + "{\"a\":1},".repeat(5) + "{\"a\":1}]";
    assertThat(kinds(read(utf8(json), "a.json", small))).containsExactly(Kind.TOO_LARGE);
    assertThat(kinds(read(new byte[(1 << 20) + 1], "a.csv", small)))
        .containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void refusesOneLongTextThatEveryCellNames() {
    Object[] same = new Object[20];
    Arrays.fill(same, "长".repeat(30_000));
    byte[] book =
        workbook(
            w -> {
              XSSFSheet sheet = row(w.createSheet(), 0, "姓名");
              for (int line = 1; line < 30; line++) {
                row(sheet, line, same);
              }
            });
    assertThat(book.length).isLessThan(1 << 20);
    assertThat(kinds(read(book, "a.xlsx"))).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void cutsATextOfAMillionCharactersAndSaysSo() {
    Cell cell = cell(csv("姓名,业绩\n张三," + "长".repeat(100_000)), 0, "业绩");
    assertThat(cell.text()).hasSize(32_767);
    assertThat(cell.trouble()).contains(Trouble.CUT);
  }

  @Test
  void readsAListBesideItsMacros() {
    String rows = "<row>" + inline("A1", "姓名") + "</row><row>" + inline("A2", "张三") + "</row>";
    SheetReading reading = read(rawWorkbook(worksheet(rows), "xl/vbaProject.bin", "x"), "a.xlsx");
    assertThat(sheet(reading).rows()).hasSize(1);
    assertThat(kinds(reading)).isEmpty();
  }

  @Test
  void callsAZipThatIsNoWorkbookAndATruncatedOneUnreadable() {
    byte[] whole = workbook(w -> row(w.createSheet(), 0, "姓名"));
    assertThat(kinds(read(Arrays.copyOf(whole, whole.length / 2), "a.xlsx")))
        .containsExactly(Kind.UNREADABLE);
    assertThat(kinds(read(rawWorkbook("<oops", "x", "y"), "a.xlsx")))
        .containsExactly(Kind.UNREADABLE);
    byte[] binary = {0, 1, 2, 3, 'a', 0};
    assertThat(kinds(read(binary, "a.csv"))).containsExactly(Kind.UNREADABLE);
  }

  @Test
  void saysThatAFileHoldsNoList() {
    assertThat(kinds(read(utf8("只是一句话"), "a.csv"))).containsExactly(Kind.NO_TABLE);
    assertThat(kinds(read(new byte[0], "a.csv"))).containsExactly(Kind.NO_TABLE);
  }

  @Test
  void survivesNumbersThatNoClerkWouldWrite() {
    String rows =
        "<row>"
            + inline("A1", "姓名")
            + inline("B1", "x")
            + inline("C1", "y")
            + "</row><row>"
            + inline("A2", "张三")
            + "<c r=\"B2\"><v>1E999999999</v></c><c r=\"C2\" t=\"s\"><v>99999</v></c></row>";
    Sheet sheet = sheet(read(rawWorkbook(worksheet(rows)), "a.xlsx"));
    assertThat(cell(sheet, 0, "x").trouble()).contains(Trouble.ERROR_VALUE);
    assertThat(sheet.rows().get(0).cell("y")).isEmpty();
  }

  @Test
  void refusesJsonNestedBeyondReasonOrWithAKeyTwice() {
    String deep = "[{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}]";
    assertThat(kinds(read(utf8(deep), "a.json"))).containsExactly(Kind.UNREADABLE);
    String twice = "[{\"姓名\":\"张三\",\"姓名\":\"李四\"}]";
    assertThat(kinds(read(utf8(twice), "a.json"))).containsExactly(Kind.UNREADABLE);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
