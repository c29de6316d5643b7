package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.UnitCalls;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole life of a dossier, by the machine interface of the running office. */
class DossierLifeJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1976, 7, 1);
  private static final String PARCELS = "sx-bqw-parcels";
  private static final Path FORMS = withParcels(OwnForms.copied(Path.of("forms")));

  @Autowired UnitCalls unitCalls;

  @DynamicPropertySource
  static void inMarch(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("baosong.forms", FORMS::toString);
  }

  @Test
  void keepsItsNumberWhenTheElectronicHalfComesAfterThePaper() throws IOException {
    String identity = Identities.of(BORN, 1);
    assertThat(registers(PARCELS, "11999901MB00000012", identity, "王　小", "高级工程师")).isEqualTo(201);
    DossierNumber number = onlyOne("11999901MB00000012", "AWAITING_ELECTRONIC");
    Submission parcel =
        submissions.find(dossiers.find(number).orElseThrow().submission()).orElseThrow();
    assertThat(letter(parcel, "RECEIPT")).contains("尚未收到其电子材料：王　小", "寄出邮戳");

    Submission sent =
        sends(
            PARCELS, "11999901MB00000012", "示例市人力资源和社会保障局", "王小", identity, "first.zip", Map.of());

    Dossier joined = once(number, DossierState.ACCEPTED);
    assertThat(joined.submission()).isEqualTo(sent.number());
    JsonNode view = clerk().reads("/dossiers/" + number);
    assertThat(comparison(view, "姓名").get("difference").asText()).isEqualTo("COSMETIC");
    assertThat(comparison(view, "姓名").get("normalPaper").asText()).isEqualTo("王小");
    assertThat(comparison(view, "姓名").get("source").asText()).startsWith("纸质登记 YZ-2020-");
    assertThat(view.get("findings").findValuesAsText("outcome")).doesNotContain("PASS");
    assertThat(states(number)).containsExactly("AWAITING_ELECTRONIC", "ACCEPTED");
    assertThat(letter(sent, "ACCEPTANCE")).contains("王小");
  }

  @Test
  void asksOnceForAllThatPaperAndFormDifferInAndTakesTheAnswerInItsPlace() throws IOException {
    String identity = Identities.of(BORN, 3);
    String unit = "11999902MB0000002K";
    Submission first =
        sends(
            PARCELS,
            unit,
            "样板市人力资源和社会保障局",
            "李四",
            identity,
            "second.zip",
            Map.of("专业技术职称", "副教授", "联系电话", "0351-0000001"));
    DossierNumber number = dossiersOf(first).get(0).number();
    once(number, DossierState.AWAITING_PAPER);
    assertThat(clerk().reads("/dossiers/" + number).at("/findings/0/sentence").asText())
        .contains("等候至2020年4月15日24:00");

    registers(PARCELS, unit, identity, "李四", "高级工程师");

    Dossier returned = once(number, DossierState.RETURNED);
    assertThat(returned.correction().orElseThrow().due()).contains(LocalDate.of(2020, 3, 23));
    assertThat(letter(first, "CORRECTION"))
        .contains("专业技术职称", "纸质材料和网上填报信息要完全一致", "2020年3月23日（含当日）");

    Submission answer =
        sends(PARCELS, unit, "样板市人力资源和社会保障局", "李四", identity, "answer.zip", Map.of());
    Dossier corrected = dossiersOf(answer).get(0);
    once(number, DossierState.SUPERSEDED);
    JsonNode view =
        clerk().reads("/dossiers/" + once(corrected.number(), DossierState.ACCEPTED).number());
    assertThat(view.get("supersedes").asText()).isEqualTo(number.value());
    assertThat(view.get("timedBy").asText()).isEqualTo(first.number().value());
    assertThat(letter(answer, "ACCEPTANCE")).contains("此前报送的材料（编号" + number);
  }

  @Test
  void letsAPersonDecideTheUndecidedAndTheUnitWithdraw() throws IOException {
    Submission sent =
        sends(
            "sx-bqw-2020",
            "11999903MB00000035",
            "范例市人力资源和社会保障局",
            "赵六",
            Identities.of(LocalDate.of(1969, 7, 1), 5),
            "third.zip",
            Map.of("出生日期", LocalDate.of(1969, 7, 1)));
    DossierNumber number = dossiersOf(sent).get(0).number();
    once(number, DossierState.IN_REVIEW);
    assertThat(letter(sent, "PENDING")).contains("赵六");
    int seen = clerk().reads("/dossiers/" + number).get("version").asInt();

    assertThat(rules(number, "ACCEPT", "单位已说明推荐理由", seen - 1).status()).isEqualTo(409);
    assertThat(rules(number, "ACCEPT", "单位已说明推荐理由", seen).status()).isEqualTo(202);

    assertThat(letter(sent, "ACCEPTANCE")).contains("本次决定由工作人员（admin）作出");
    assertThat(rules(number, "WITHDRAW", "单位来函撤回", seen + 1).status()).isEqualTo(202);
    assertThat(letter(sent, "WITHDRAWAL")).contains("赵六");
    assertThat(states(number)).containsExactly("IN_REVIEW", "ACCEPTED", "WITHDRAWN");
    assertThat(clerk().reads("/dossiers/" + number).get("timeline").findValuesAsText("by"))
        .contains("admin");
    assertThat(clerk().lists("/departments/sx-zjfw/queue"))
        .noneMatch(line -> line.get("dossier").asText().equals(number.value()));
  }

  @Test
  void proposesToDecideAgainWhatALaterPaperContradictsAndLeavesItToAPerson() throws IOException {
    String identity = Identities.of(BORN, 7);
    String unit = "11999902MB0000002K";
    Submission sent =
        sends("sx-bqw-2020", unit, "样板市人力资源和社会保障局", "孙七", identity, "fourth.zip", Map.of());
    DossierNumber number = dossiersOf(sent).get(0).number();
    once(number, DossierState.ACCEPTED);

    registers("sx-bqw-2020", unit, identity, "孙七", "副教授");

    JsonNode proposal =
        await()
            .atMost(PATIENCE)
            .until(
                () -> clerk().lists("/proposals?call=sx-bqw-2020&unit=" + unit),
                found -> !found.isEmpty())
            .get(0);
    assertThat(proposal.get("dossier").asText()).isEqualTo(number.value());
    assertThat(proposal.get("proposed").asText()).isEqualTo("RETURNED");
    assertThat(dossiers.find(number).orElseThrow().state()).isEqualTo(DossierState.ACCEPTED);

    rules(number, "RETURN", "纸质登记表职称与电子数据不一致", proposal.get("version").asInt());

    assertThat(letter(sent, "CORRECTION")).contains("纸质登记表职称与电子数据不一致");
    await().atMost(PATIENCE).until(() -> clerk().lists("/proposals?unit=" + unit).isEmpty());
  }

  @Test
  void givesALapsedTermToAPerson() throws IOException {
    Submission sent =
        sends(
            "sx-bqw-2020",
            "11999904MB0000011E",
            "示例转型综合改革示范区管理委员会",
            "周八",
            Identities.of(BORN, 9),
            "fifth.zip",
            Map.of("申报条件", ""));
    DossierNumber number = dossiersOf(sent).get(0).number();
    Dossier returned = once(number, DossierState.RETURNED);
    await()
        .atMost(PATIENCE)
        .until(
            () -> clerk().lists("/notices?kind=CORRECTION&state=SENT&submission=" + sent.number()),
            letters -> letters.size() == 1);
    Standing now = dossiers.find(number).orElseThrow().standing();
    dossiers.save(
        dossiers
            .find(number)
            .orElseThrow()
            .decided(
                new Standing(
                    now.state(),
                    now.ruled(),
                    now.timedBy(),
                    now.supersedes(),
                    now.department(),
                    Optional.of(
                        new Correction(
                            returned.correction().orElseThrow().opened(),
                            Optional.of(LocalDate.of(2020, 3, 13)))))),
        Act.byMachine(Act.Kind.TERM_STARTED));

    unitCalls.requestRunning(CALL);

    once(number, DossierState.IN_REVIEW);
    assertThat(letter(sent, "PENDING")).contains("补正期限已满，尚未收到补正材料");
    assertThat(clerk().reads("/dossiers/" + number).get("findings").findValuesAsText("code"))
        .contains("CORRECTION_LAPSED");
  }

  private Submission sends(
      String call,
      String unit,
      String unitName,
      String name,
      String identity,
      String file,
      Map<String, Object> other)
      throws IOException {
    LocalDate born = other.getOrDefault("出生日期", BORN) instanceof LocalDate day ? day : BORN;
    return once(
        drop(HandMade.of(call, unit, unitName).candidate(name, identity, born, other), file),
        SubmissionState.PROCESSED);
  }

  private int registers(String call, String unit, String identity, String name, String title) {
    return clerk()
        .posts(
            "/paper",
            """
            {"call": "%s", "unit": "%s",
             "parcel": {"carrier": "EMS", "item": "1", "dispatchPostmark": "2020-03-12",
              "received": "2020-03-14T10:00:00+08:00", "by": "mail1", "confirmedBy": "mail2"},
             "candidates": [{"identity": "%s", "name": "%s",
              "copies": {"登记表": 3, "印证材料": 1},
              "fields": {"姓名": "%s", "身份证件号码": "%s", "专业技术职称": "%s"}}]}
            """
                .formatted(call, unit, identity, name, name, identity, title))
        .status();
  }

  private Clerk.Answer rules(DossierNumber number, String ruling, String reason, int seen) {
    return clerk()
        .posts(
            "/dossiers/" + number + "/rulings",
            """
            {"ruling": "%s", "reason": "%s", "expectedVersion": %d}
            """
                .formatted(ruling, reason, seen));
  }

  private DossierNumber onlyOne(String unit, String state) {
    List<JsonNode> found =
        await()
            .atMost(PATIENCE)
            .until(
                () -> clerk().lists("/dossiers?unit=" + unit + "&state=" + state),
                some -> some.size() == 1);
    return new DossierNumber(found.get(0).get("number").asText());
  }

  private List<String> states(DossierNumber number) {
    return clerk().lists("/dossiers/" + number + "/decisions").stream()
        .map(past -> past.at("/decision/state").asText())
        .toList();
  }

  private static JsonNode comparison(JsonNode dossier, String field) {
    for (JsonNode compared : dossier.get("comparisons")) {
      if (compared.get("field").asText().equals(field)) {
        return compared;
      }
    }
    throw new AssertionError(field + " was not compared: " + dossier.get("comparisons"));
  }

  /** The Shanxi call again, with parcels for the paper. */
  private static Path withParcels(Path forms) {
    try {
      Path shipped = forms.resolve(CALL.value());
      Path own = Files.createDirectories(forms.resolve(PARCELS));
      String call = Files.readString(shipped.resolve("call.yaml"), StandardCharsets.UTF_8);
      Files.writeString(own.resolve("call.yaml"), call.replace("mode: scan", "mode: parcel"));
      Files.copy(shipped.resolve("form.schema.json"), own.resolve("form.schema.json"));
      return forms;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
