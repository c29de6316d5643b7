package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final String UNITS =
      """
      code,name,aliases,kind,email,contact,phone,note
      U-CITY,示例市人力资源和社会保障局,示例市人社局,CITY_HR,,,,
      """;

  @TempDir private Path temp;
  private Path zip = Path.of("");
  private Path units = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    zip = temp.resolve("package.zip");
    units = Files.writeString(temp.resolve("units.csv"), UNITS, StandardCharsets.UTF_8);
    pack("示例市人社局", "高级工程师");
  }

  @Test
  void saysWhatWouldBeDecidedAndOnWhichClause() {
    Terminal inspect = inspect();
    assertThat(inspect.status()).as(inspect.err()).isZero();
    assertThat(inspect.out())
        .contains("示例市人力资源和社会保障局  U-CITY  CITY_HR")
        .contains("1  张某", "MATERIAL_MISSING", "退回补正 RETURNED")
        .contains("依据 clause", "所填表格均由高级专业技术人员管理信息软件生成");
  }

  @Test
  void tellsProgramsTheSameAsJson() throws IOException {
    JsonNode json = json(inspect("--json"));
    assertThat(json.at("/call").asText()).isEqualTo("sx-bqw-2020");
    assertThat(json.at("/unit/kind").asText()).isEqualTo("CITY_HR");
    assertThat(json.at("/package/sha256").asText()).hasSize(64);
    assertThat(json.at("/asOf").asText()).isEqualTo("2020-03-20T10:00:00+08:00");
    assertThat(json.at("/evidence/received/class").asText()).isEqualTo("A");
    assertThat(json.at("/dossiers/0/candidate").asText()).isEqualTo("张某");
    assertThat(json.at("/dossiers/0/state").asText()).isEqualTo("RETURNED");
    assertThat(json.at("/dossiers/0/findings").findValuesAsText("code"))
        .contains("MATERIAL_MISSING");
  }

  @Test
  void takesThePostmarkThatTheEvidenceStates() throws IOException {
    assertThat(codes(inspect("--json", "--evidence", evidence("2020-03-31", "2020-04-02"))))
        .doesNotContain("LATE", "TIME_UNDETERMINED");
    JsonNode late = json(inspect("--json", "--evidence", evidence("2020-04-01", "2020-04-12")));
    assertThat(late.at("/dossiers/0/findings").findValuesAsText("code")).contains("LATE");
    assertThat(late.at("/dossiers/0/state").asText()).isEqualTo("REJECTED");
    assertThat(late.at("/evidence/channel").asText()).isEqualTo("email");
  }

  @Test
  void leavesAnUnknownUnitToAClerkUnlessItsKindIsSaid() throws IOException {
    pack("无名单位", "高级工程师");
    Terminal unknown = inspect("--json");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(json(unknown).at("/state").asText()).isEqualTo("UNASSIGNED");
    assertThat(json(unknown).at("/findings").findValuesAsText("code")).contains("UNIT_UNKNOWN");

    JsonNode said = json(inspect("--json", "--kind", "CITY_HR"));
    assertThat(said.at("/dossiers/0/state").asText()).isEqualTo("RETURNED");
    assertThat(said.at("/notes/0").asText()).contains("不在名册");
  }

  @Test
  void judgesAFolderLikeTheZipAClerkWouldMakeOfIt() throws IOException {
    Files.createDirectories(temp.resolve("strict/dossiers/1"));
    Files.writeString(
        temp.resolve("strict/package.json"),
        "{\"call\": \"sx-bqw-2020\", \"unit\": {\"code\": \"U-CITY\"},"
            + " \"dossiers\": [{\"path\": \"dossiers/1\", \"rank\": 1}]}",
        StandardCharsets.UTF_8);
    Files.writeString(
        temp.resolve("strict/dossiers/1/dossier.json"), "{\"姓名\": \"李某\"}", StandardCharsets.UTF_8);
    Terminal inspect =
        Terminal.run("inspect", temp.resolve("strict").toString(), "--units", units.toString());
    assertThat(inspect.status()).as(inspect.err()).isZero();
    assertThat(inspect.out()).contains("1  李某", "FORM_INVALID");
  }

  @Test
  void saysThatAFileIsNoPackage() throws IOException {
    Files.writeString(zip, "no archive", StandardCharsets.UTF_8);
    Terminal inspect = inspect();
    assertThat(inspect.status()).isEqualTo(1);
    assertThat(inspect.out()).contains("打不开 UNREADABLE", "报送清单");
    assertThat(Terminal.run("inspect", temp.resolve("none.zip").toString()).err()).contains("找不到");
  }

  @Test
  void tellsWhereAnEvidenceFileIsWrong() throws IOException {
    Path file = temp.resolve("evidence.json");
    Files.writeString(file, "{\n\"channel\": \"pigeon\"}", StandardCharsets.UTF_8);
    Terminal inspect = inspect("--evidence", file.toString());
    assertThat(inspect.status()).isEqualTo(1);
    assertThat(inspect.err()).contains("channel", "pigeon");
    Files.writeString(file, "{\n\"channel\": }", StandardCharsets.UTF_8);
    assertThat(inspect("--evidence", file.toString()).err()).contains("line 2");
  }

  @Test
  void namesEveryKeyThatNothingReadsOrThatIsMissing() throws IOException {
    Path file = temp.resolve("evidence.json");
    Files.writeString(
        file,
        """
        {"chanel": "email", "received": {"earliest": "2020-03-30T09:00:00+08:00", "sorce": "x"},
         "paper": {"parcel": {"dispatchPostmrk": "2020-03-30", "received": null},
                   "candidates": [{"copies": {"登记表": 3}}]}}
        """,
        StandardCharsets.UTF_8);
    Terminal inspect = inspect("--evidence", file.toString());
    assertThat(inspect.status()).isEqualTo(1);
    assertThat(inspect.err())
        .contains("chanel", "received.sorce", "paper.parcel.dispatchPostmrk")
        .contains("received.class", "paper.parcel.received", "paper.candidates[0].name");
  }

  @Test
  void showsEvidenceAgainstTheDeadlineAndPaperAgainstTheForm() throws IOException {
    String file = evidence("2020-03-31", "2020-04-02");
    assertThat(inspect("--evidence", file).out())
        .contains("纸质 paper     post  寄出邮戳 postmark 2020-03-31")
        .contains("时间 time paper ON_TIME  期限 deadline 2020-03-31")
        .contains("时间 time electronic LATE  期限 deadline 2020-03-31")
        .contains("核对 compared  姓名 EQUAL  纸质 paper “张某”  电子 electronic “张某”");
    JsonNode time = json(inspect("--json", "--evidence", file)).at("/dossiers/0/times/0");
    assertThat(time.at("/verdict").asText()).isEqualTo("ON_TIME");
    assertThat(time.at("/strictest").asText()).isEqualTo("2020-04-01T00:00:00+08:00");
    assertThat(time.at("/evidence/class").asText()).isEqualTo("A");
    assertThat(time.at("/clause").asText()).contains("以邮戳日期为准");
  }

  @Test
  void takesARegistrationFromAFileOfItsOwnAndAsksForWhoIsOnPaperOnly() throws IOException {
    Path file = temp.resolve("paper.json");
    Files.writeString(
        file,
        """
        {"call": "sx-bqw-2020", "unit": "U-CITY",
         "parcel": {"carrier": "EMS", "item": "1", "dispatchPostmark": "2020-03-18",
                    "postmarkLegible": false, "received": "2020-03-19T09:00:00+08:00"},
         "candidates": [{"name": "张某", "copies": {"登计表": 3}, "fields": {"出生日期": null}},
                        {"name": "王某"}]}
        """,
        StandardCharsets.UTF_8);
    JsonNode seen = json(inspect("--json", "--paper", file.toString()));
    assertThat(seen.at("/paper/0/parcel/postmarkLegible").asBoolean(true)).isFalse();
    assertThat(seen.at("/notes").toString()).contains("登计表");
    assertThat(seen.at("/dossiers/1/candidate").asText()).isEqualTo("王某");
    assertThat(seen.at("/dossiers/1/state").asText()).isEqualTo("AWAITING_ELECTRONIC");

    Files.writeString(
        file,
        Files.readString(file, StandardCharsets.UTF_8).replace("sx-bqw-2020", "sx-tj-2023"),
        StandardCharsets.UTF_8);
    JsonNode other = json(inspect("--json", "--paper", file.toString()));
    assertThat(other.at("/paper")).isEmpty();
    assertThat(other.at("/notes").toString()).contains("另一个通知");
  }

  @Test
  void leavesAnIntervalAcrossTheDeadlineAndASendersOwnWordToAPerson() throws IOException {
    String across =
        "{\"channel\": \"email\", \"received\": {\"earliest\": \"2020-03-31T23:00:00+08:00\","
            + " \"latest\": \"2020-04-01T01:00:00+08:00\", \"class\": \"B\"}}";
    String word = "{\"received\": {\"earliest\": \"2020-04-05T09:00:00+08:00\", \"class\": \"C\"}}";
    Path file = temp.resolve("evidence.json");
    for (String stated : List.of(across, word)) {
      Files.writeString(file, stated, StandardCharsets.UTF_8);
      assertThat(codes(inspect("--json", "--evidence", file.toString())))
          .as(stated)
          .contains("TIME_UNDETERMINED")
          .doesNotContain("LATE");
    }
  }

  private Terminal inspect(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("inspect", zip.toString(), "--units", units.toString()));
    arguments.addAll(List.of(more));
    return Terminal.run(arguments.toArray(String[]::new));
  }

  private static JsonNode json(Terminal terminal) throws IOException {
    return new ObjectMapper().readTree(terminal.out());
  }

  private static List<String> codes(Terminal terminal) throws IOException {
    return json(terminal).at("/dossiers/0/findings").findValuesAsText("code");
  }

  private String evidence(String postmark, String received) throws IOException {
    String moment = received + "T09:00:00+08:00";
    String stamp =
        "{\"earliest\": \"%s\", \"latest\": \"%s\", \"source\": \"INTERNALDATE\", \"class\": \"A\"}"
            .formatted(moment, moment);
    String text =
        """
        {"channel": "email", "received": %s, "asOf": "2020-04-20T09:00:00+08:00",
         "paper": {"parcel": {"carrier": "EMS", "item": "1234567890123", "dispatchPostmark": "%s",
                   "received": "%s", "by": "clerk1", "confirmedBy": "clerk2"},
                   "candidates": [{"name": "张某", "copies": {"登记表": 3}, "fields": {"姓名": "张某"}}]}}
        """
            .formatted(stamp, postmark, moment);
    Path file = temp.resolve("evidence.json");
    return Files.writeString(file, text, StandardCharsets.UTF_8).toString();
  }

  private void pack(String unit, String title) throws IOException {
    String list =
        """
        通知,sx-bqw-2020
        报送单位,%s
        专家评议情况,5名专家评议一致同意
        公示情况,无异议
        公示开始日期,2020-03-09
        公示结束日期,2020-03-13
        序号,姓名,性别,身份证件号码,出生日期,工作单位,专业技术职称,申报条件,获其他国家人才计划支持
        1,张某,男,%s,1975年3月,示例研究院,%s,一,否
        """
            .formatted(unit, "99999919750301001" + check("99999919750301001"), title);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "报送清单.csv", list);
      put(out, "推荐报告.pdf", "report");
      put(out, "01-张某/登记表.pdf", "form");
    }
  }

  private static void put(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  private static char check(String body) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (body.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11);
  }
}
