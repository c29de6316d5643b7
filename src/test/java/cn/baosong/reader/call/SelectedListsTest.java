package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.SelectedPeople;
import cn.baosong.core.call.SelectedPerson;
import cn.baosong.reader.call.Loading.Broken;
import cn.baosong.reader.call.Loading.Loaded;
import cn.baosong.reader.text.TextBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectedListsTest {
  private static final String NUMBER = "999999197503010017";
  private static final String LIST = "lists/allowance.csv";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void copyTheShippedCall() throws IOException {
    folder = temp.resolve("sx-tj-2023");
    Samples.copy(Path.of("forms/sx-tj-2023"), folder);
    Samples.copy(Path.of("forms/sx-tj-2023/lists"), folder.resolve("lists"));
  }

  @Test
  void shipsListsWithNobodyOnThem() {
    assertThat(loaded().call().selected())
        .singleElement()
        .satisfies(list -> assertThat(list.people().size()).isZero());
    assertThat(loaded().remarks()).isEmpty();
  }

  @Test
  void readsAListAsASpreadsheetOfTheOfficeSavedIt() throws IOException {
    Files.write(
        folder.resolve(LIST),
        ("享受政府特殊津贴人员名单\r\n序号,姓名,身份证号,出生年月,批次,年份\r\n1,陈 示例,９９９９９９１９７５０３０１００１７,1975.3,第九批,2018年\r\n")
            .getBytes(TextBytes.GB18030));

    assertThat(people().numbered(NUMBER))
        .extracting(SelectedPerson::name, SelectedPerson::birth, SelectedPerson::session)
        .containsExactly(tuple("陈示例", "1975-03", "第九批 2018年"));
    assertThat(people().named("陈示例"))
        .extracting(SelectedPerson::place)
        .containsExactly(LIST + "!3");
  }

  @Test
  void readsAWorkbookWithAMergedTitleAboveItsHeadings() throws IOException {
    Files.write(folder.resolve("lists/allowance.xlsx"), workbook());
    replace("lists/allowance.csv", "lists/allowance.csv, lists/allowance.xlsx");

    assertThat(people().numbered(NUMBER))
        .extracting(SelectedPerson::place)
        .containsExactly("lists/allowance.xlsx!3");
  }

  @Test
  void takesWhatAPublishedListShowsOfANumber() throws IOException {
    write("姓名,身份证件号码,身份证后四位\n陈示例,999***********0017,\n李样板,,12\n");

    assertThat(people().named("陈示例"))
        .extracting(SelectedPerson::number, SelectedPerson::head, SelectedPerson::tail)
        .containsExactly(tuple("", "999", "0017"));
    assertThat(people().named("李样板")).extracting(SelectedPerson::tail).containsExactly("0012");
  }

  @Test
  void namesFileAndRowOfWhatCannotBeUsed() throws IOException {
    write("姓名,身份证件号码\n陈示例,\n,999999197503010017\n");

    assertThat(faults())
        .extracting(CallFault::file, CallFault::line, CallFault::key, CallFault::zh)
        .containsExactly(tuple(LIST, 3, "姓名", "缺少姓名"));
  }

  @Test
  void refusesAFileThatIsNoList() throws IOException {
    write("name,number\n");
    assertThat(faults()).extracting(CallFault::file).containsExactly(LIST);

    Files.write(folder.resolve(LIST), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    assertThat(faults()).extracting(CallFault::file).containsExactly(LIST);
  }

  @Test
  void remarksOnRowsThatProveLessAndSaysNothingOfThePerson() throws IOException {
    write("姓名,身份证件号码,出生日期\n陈示例,999999197503010000,不详\n塞  夫    曹  磊,,\n");

    assertThat(loaded().remarks())
        .extracting(CallFault::file, CallFault::line, CallFault::key)
        .containsExactly(tuple(LIST, 2, "身份证件号码"), tuple(LIST, 2, "出生日期"), tuple(LIST, 3, "姓名"));
    assertThat(loaded().remarks().toString()).doesNotContain("陈示例").doesNotContain("9999991975");
  }

  @Test
  void fallsBackToTheDeclarationWhileAFileIsMissing() throws IOException {
    Files.delete(folder.resolve(LIST));

    assertThat(people().size()).isZero();
    assertThat(loaded().remarks())
        .extracting(CallFault::file, CallFault::key)
        .containsExactly(tuple("call.yaml", "selected[0].files[0]"));
    assertThat(loaded().remarks().get(0).line()).isPositive();
  }

  @Test
  void takesAListForAPartOfTheCallsVersion() throws IOException {
    var before = loaded().call().version();
    write("姓名\n陈示例\n");

    assertThat(loaded().call().version()).isNotEqualTo(before);
  }

  @Test
  void letsNoListOfTheOfficeDecideACase() throws IOException {
    write("姓名,身份证件号码\n陈示例,999999197503010017\n李样板,999999197506010012\n");

    assertThat(Loaders.runner().apply(loaded())).isEmpty();
  }

  @Test
  void takesListsFromTheCallsOwnFolderOnly() throws IOException {
    replace("lists/allowance.csv", "../allowance.csv");
    assertThat(faults()).extracting(CallFault::key).containsExactly("selected[0].files[0]");
  }

  @Test
  void refusesACaseThatNamesAListWhichIsNotThere() throws IOException {
    Path cases = folder.resolve("cases.yaml");
    String text = Files.readString(cases, StandardCharsets.UTF_8);
    Files.writeString(cases, text.replaceFirst("selected: \\{L1", "selected: {L9"));
    assertThat(faults()).extracting(CallFault::zh).anyMatch(zh -> zh.contains("没有名单“L9”"));
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("享受政府特殊津贴人员名单");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      List<List<String>> rows = List.of(List.of("姓名", "公民身份号码"), List.of("陈示例", NUMBER));
      for (int i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(i + 1);
        for (int j = 0; j < 2; j++) {
          row.createCell(j).setCellValue(rows.get(i).get(j));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private void write(String list) throws IOException {
    Files.writeString(folder.resolve(LIST), list, StandardCharsets.UTF_8);
  }

  private void replace(String from, String to) throws IOException {
    Path call = folder.resolve("call.yaml");
    String text = Files.readString(call, StandardCharsets.UTF_8);
    assertThat(text).contains("[" + from + "]");
    Files.writeString(call, text.replace("[" + from + "]", "[" + to + "]"));
  }

  private SelectedPeople people() {
    return loaded().call().selected().get(0).people();
  }

  private LoadedCall loaded() {
    Loading loading = load();
    assertThat(loading).isInstanceOf(Loaded.class);
    return ((Loaded) loading).call();
  }

  private List<CallFault> faults() {
    Loading loading = load();
    assertThat(loading).isInstanceOf(Broken.class);
    return ((Broken) loading).faults();
  }

  private Loading load() {
    return Loaders.loader().load(new CallId("sx-tj-2023"), folder);
  }
}
