package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.cli.Terminal;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class CallsJourneyTest extends RunningOffice {
  private static final String ERA = "/calls/" + NewEra.CALL;
  private static final Path FORMS = OwnForms.copied(Path.of("forms"));

  @Autowired Calls calls;
  @Autowired CallFaults faults;
  @Autowired DataSource source;

  @DynamicPropertySource
  static void withFormsOfItsOwn(DynamicPropertyRegistry registry) {
    at("2023-10-10T09:00:00+08:00", registry);
    registry.add("baosong.forms", FORMS::toString);
  }

  @Test
  void takesAnEditWithoutRestartAndKeepsTheLastValidVersionWhenOneIsBroken() throws IOException {
    Path file = FORMS.resolve(CALL.value()).resolve("call.yaml");
    String original = Files.readString(file, StandardCharsets.UTF_8);
    CallVersion first = live().version();

    Files.writeString(file, original.replace("hold: PT30M", "hold: PT45M"));
    await().atMost(PATIENCE).until(() -> !live().version().equals(first));
    assertThat(live().letters().hold()).isEqualTo(Duration.ofMinutes(45));
    CallVersion second = live().version();

    Files.writeString(file, original.replace("basis: POSTMARK", "basis: POSTMRAK"));
    await().atMost(PATIENCE).until(() -> faults.faults().containsKey(CALL.value()));
    assertThat(live().version()).isEqualTo(second);
    int line =
        1 + original.substring(0, original.indexOf("basis: POSTMARK")).split("\n").length - 1;
    assertThat(faults.faults().get(CALL.value()))
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo("call.yaml");
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.key()).contains("deadlines", "basis");
            });

    Files.writeString(file, original);
    await().atMost(PATIENCE).until(() -> faults.faults().isEmpty());
    assertThat(live().version()).isEqualTo(first);
  }

  @Test
  void acceptsTheTwoTiersOfASecondCallFromItsDataAlone() throws IOException {
    HandMade list = NewEra.of("11999905MB00000133", "示例盟人力资源和社会保障局");
    NewEra.sending(list, NewEra.TIER_1, "巴图", 1, 2);
    NewEra.sending(list, NewEra.TIER_2, "巴图", 3, 7);
    Submission submission = once(drop(list, "tiers.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(submission))
        .hasSize(7)
        .allSatisfy(
            d ->
                assertThat(decisionOn(d).findings())
                    .allMatch(f -> f.outcome().compareTo(Outcome.REMARK) <= 0))
        .allMatch(d -> d.state() == DossierState.ACCEPTED)
        .allMatch(d -> d.department().equals(Optional.of("nm-zjc")));
    assertThat(letter(submission, "ACCEPTANCE"))
        .contains("巴图乙", "一层次", "巴图辛", "二层次", "内人社办发〔2023〕147号", "不予退还");
  }

  @Test
  void givesATooLongTierBackAndTakesTheOrderOfTheUnitForIt() throws IOException {
    HandMade four = NewEra.of("11999900MB00000164", "示例自治区科学技术厅");
    NewEra.sending(four, NewEra.TIER_1, "那顺", 1, 4);
    NewEra.sending(four, NewEra.TIER_2, "那顺", 5, 6);
    Submission returned = once(drop(four, "four.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(returned))
        .extracting(Dossier::state)
        .containsExactly(
            DossierState.RETURNED,
            DossierState.RETURNED,
            DossierState.RETURNED,
            DossierState.RETURNED,
            DossierState.ACCEPTED,
            DossierState.ACCEPTED);
    assertThat(letter(returned, "OVER_QUOTA"))
        .contains("一层次", "3名", "4名", "推荐一层次人选控制在3名以内", "那顺乙", "那顺丙", "那顺丁", "那顺戊", "那顺己");
    assertThat(hasLetter(returned, "CORRECTION")).isFalse();

    HandMade three = NewEra.of("11999900MB00000164", "示例自治区科学技术厅");
    NewEra.sending(three, NewEra.TIER_1, "那顺", 2, 4);
    Submission answer = once(drop(three, "three.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(answer)).hasSize(3).allMatch(d -> d.state() == DossierState.ACCEPTED);
    assertThat(dossiersOf(returned))
        .extracting(Dossier::state)
        .containsExactly(
            DossierState.IN_REVIEW,
            DossierState.SUPERSEDED,
            DossierState.SUPERSEDED,
            DossierState.SUPERSEDED,
            DossierState.ACCEPTED,
            DossierState.ACCEPTED);
  }

  @Test
  void countsTwoListsOfOneUnitThatComeAtOnceUnderItsLock() throws IOException {
    HandMade one = NewEra.of("12999900MB00000187", "示例中央驻区地质勘查院");
    NewEra.sending(one, NewEra.TIER_1, "青格", 1, 2);
    HandMade other = NewEra.of("12999900MB00000187", "示例中央驻区地质勘查院");
    NewEra.sending(other, NewEra.TIER_1, "青格", 3, 4);
    Digest first = drop(one, "one.zip");
    Digest second = drop(other, "other.zip");
    List<Dossier> all = new ArrayList<>(dossiersOf(once(first, SubmissionState.PROCESSED)));
    all.addAll(dossiersOf(once(second, SubmissionState.PROCESSED)));

    long accepted = all.stream().filter(d -> d.state() == DossierState.ACCEPTED).count();
    assertThat(all).hasSize(4);
    assertThat(accepted).isIn(0L, 2L);
    assertThat(all.stream().filter(d -> d.state() == DossierState.RETURNED))
        .hasSize((int) (4 - accepted));
  }

  @Test
  void leavesToAPersonWhatTheNoticeLeavesOpen() throws IOException {
    HandMade short4 = NewEra.of("11999906MB0000014L", "样板盟人力资源和社会保障局");
    NewEra.sending(short4, NewEra.TIER_2, "塔拉", 1, 4);
    Submission composed = once(drop(short4, "base.zip"), SubmissionState.PROCESSED);
    HandMade federation = NewEra.of("13999900MB00000197", "示例自治区工商业联合会");
    NewEra.sending(federation, NewEra.TIER_2, "白音", 8, 8);
    Submission asked = once(drop(federation, "federation.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(composed)).allMatch(d -> d.state() == DossierState.IN_REVIEW);
    assertThat(letter(composed, "PENDING")).contains("推荐人选的构成", "应不少于5人");
    assertThat(dossiersOf(asked)).allMatch(d -> d.state() == DossierState.IN_REVIEW);
    assertThat(letter(asked, "PENDING")).contains("由自治区工商联或行业协会（学会）负责推荐", "承办人认定");
  }

  @Test
  void tellsAllThatIsMissingAtBothLevelsInOneLetter() throws IOException {
    Map<String, Object> row = NewEra.candidate(NewEra.TIER_1, "苏和", 9);
    row.put("是否同意调剂", "");
    row.put("所在单位公示结束日期", "2023-09-14");
    HandMade faulty =
        NewEra.of("12999900MB00000174", "示例自治区农牧业科学院")
            .head("公示结束日期", "2023-09-22")
            .without("申报人员汇总表.pdf")
            .line(row, "申报表.pdf", "佐证材料.pdf");
    Submission submission = once(drop(faulty, "faulty.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(submission))
        .extracting(Dossier::state)
        .containsExactly(DossierState.RETURNED);
    assertThat(letter(submission, "CORRECTION"))
        .contains("缺少“是否同意调剂”", "须在申报表中注明", "所在单位公示", "推荐单位公示", "要求不少于5个工作日", "申报人员汇总表");
  }

  @Test
  void replaysASeasonToTheSameEndUnlessARuleHasChanged() throws IOException {
    String unit = "11999900MB00003341";
    HandMade four = NewEra.of(unit, "示例自治区民政厅");
    NewEra.sending(four, NewEra.TIER_1, "乌恩", 1, 4);
    Submission returned = once(drop(four, "season-1.zip"), SubmissionState.PROCESSED);
    HandMade three = NewEra.of(unit, "示例自治区民政厅");
    NewEra.sending(three, NewEra.TIER_1, "乌恩", 2, 4);
    Submission answer = once(drop(three, "season-2.zip"), SubmissionState.PROCESSED);
    Dossier leftOut = dossiersOf(returned).get(0);
    assertThat(
            clerk()
                .posts(
                    "/dossiers/" + leftOut.number() + "/rulings",
                    """
                    {"ruling": "WITHDRAW", "reason": "单位来函撤回", "expectedVersion": %d}
                    """
                        .formatted(leftOut.version()))
                .status())
        .isEqualTo(202);
    Path home = StoppedCopy.of(source);
    Map<String, String> before = StoppedCopy.files(home);

    JsonNode same = replayed(home, FORMS);
    assertThat(same.at("/summary/dossiers").asInt()).isGreaterThanOrEqualTo(7);
    assertThat(same.at("/summary/differing").asInt()).as(same.toPrettyString()).isZero();
    assertThat(same.at("/summary/otherGrounds").asInt()).as(same.toPrettyString()).isZero();

    JsonNode fewer = replayed(home, withTierOneLimitedTo(2));
    JsonNode own =
        StreamSupport.stream(fewer.at("/units").spliterator(), false)
            .filter(u -> u.at("/unit").asText().equals(unit))
            .findFirst()
            .orElseThrow();
    assertThat(own.at("/differing"))
        .hasSize(3)
        .allSatisfy(
            one -> {
              assertThat(one.at("/before/state").asText()).isEqualTo("ACCEPTED");
              assertThat(one.at("/after/state").asText()).isEqualTo("RETURNED");
              assertThat(one.at("/decisive/0").asText()).isEqualTo("QUOTA_EXCEEDED:tier1");
              assertThat(one.at("/came/0/clause").asText()).contains("推荐一层次人选控制在3名以内");
              assertThat(one.at("/candidate/identity").asText()).contains("****");
            })
        .extracting(one -> one.at("/dossier").asText())
        .containsExactlyElementsOf(
            dossiersOf(answer).stream().map(d -> d.number().value()).toList());
    assertThat(own.at("/ruled/0/dossier").asText()).isEqualTo(leftOut.number().value());
    assertThat(own.at("/ruled/0/state/state").asText()).isEqualTo("WITHDRAWN");
    assertThat(StoppedCopy.files(home)).isEqualTo(before);
  }

  private static JsonNode replayed(Path home, Path forms) throws IOException {
    Terminal replay =
        Terminal.run(
            "replay",
            "--call",
            NewEra.CALL,
            "--forms",
            forms.toString(),
            "--home",
            home.toString(),
            "--json");
    assertThat(replay.status()).as(replay.err()).isZero();
    return new ObjectMapper().readTree(replay.out());
  }

  private static Path withTierOneLimitedTo(int limit) throws IOException {
    Path forms = OwnForms.copied(FORMS);
    Path file = forms.resolve(NewEra.CALL).resolve("call.yaml");
    String original = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, original.replaceFirst("limit: 3", "limit: " + limit));
    return forms;
  }

  /** A soft rule that a person waives for now leaves what the unit itself has to mend. */
  @Test
  void judgesAWaitingDossierByWhatTwoPeoplePublishAndBackAgainWhenTheyRollItBack()
      throws IOException {
    Map<String, Object> row = NewEra.candidate(NewEra.TIER_1, "云", 11);
    row.put("任党政领导后不再直接从事专业技术工作", "是");
    row.put("所在单位公示结束日期", "2023-09-14");
    HandMade list = NewEra.of("12999900MB00000099", "示例省地质研究院").line(row, "申报表.pdf", "佐证材料.pdf");
    Submission submission = once(drop(list, "waiting.zip"), SubmissionState.PROCESSED);
    Dossier waiting = dossiersOf(submission).get(0);
    assertThat(waiting.state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(
            clerk()
                .puts(
                    "/accounts/second",
                    "{\"password\": \"journey-Only-2\", \"roles\": [\"ADMIN\"], \"departments\": []}")
                .status())
        .isEqualTo(200);
    Clerk second = new Clerk(port, "second", "journey-Only-2");
    JsonNode before = clerk().reads(ERA);

    ObjectNode files = before.get("files").deepCopy();
    files.put(
        "call.yaml",
        files
            .get("call.yaml")
            .asText()
            .replace(
                "must: 任党政领导后不再直接从事专业技术工作 = false",
                "must: 任党政领导后不再直接从事专业技术工作 = false or 姓名 = \"云丑\""));
    Clerk.Answer drafted = clerk().puts(ERA, change(before).set("files", files).toString());
    assertThat(drafted.status()).as(drafted.body().toPrettyString()).isEqualTo(200);
    assertThat(publish(clerk(), second).status()).isEqualTo(200);
    once(waiting.number(), DossierState.RETURNED);
    assertThat(decisionOn(waiting).callVersion().value())
        .isEqualTo(clerk().reads(ERA).get("version").asText());
    assertThat(FORMS.resolve(NewEra.CALL).resolve("call.yaml"))
        .content(StandardCharsets.UTF_8)
        .contains("云丑");

    ObjectNode back = change(clerk().reads(ERA));
    back.set("version", before.get("version"));
    assertThat(second.posts(ERA + "/draft", back.toString()).status()).isEqualTo(200);
    assertThat(publish(second, second).status()).isEqualTo(409);
    assertThat(publish(second, clerk()).status()).isEqualTo(200);
    once(waiting.number(), DossierState.IN_REVIEW);
    JsonNode after = clerk().reads(ERA);
    assertThat(after.get("version")).isEqualTo(before.get("version"));
    assertThat(after.get("versions").findValuesAsText("by")).startsWith("admin", "second");
  }

  private ObjectNode change(JsonNode seen) {
    return new ObjectMapper()
        .createObjectNode()
        .put("reason", "处务会议定")
        .put("expectedVersion", seen.get("edition").asText());
  }

  /** One hands the draft over, the other publishes it. */
  private Clerk.Answer publish(Clerk author, Clerk second) {
    author.posts(ERA + "/review", change(author.reads(ERA)).toString());
    return second.posts(ERA + "/publication", change(second.reads(ERA)).toString());
  }

  @Test
  void decidesACallThatNobodyHasSeenFromTheFolderThatIsLaidBesideTheOthers() throws IOException {
    assertThat(calls.find(new CallId(Invented.MAIN))).isEmpty();
    Invented.laidInto(FORMS, Invented.MAIN);
    Invented.laidInto(FORMS, Invented.UNIVERSITIES);
    await().atMost(PATIENCE).until(() -> isLive(Invented.MAIN) && isLive(Invented.UNIVERSITIES));

    HandMade city = Invented.list(Invented.MAIN, "11999901MB00000012", "示例市人力资源和社会保障局");
    Invented.sending(city, "名师", "云甲", 1);
    Invented.sending(city, "巧匠", "云乙", 2);
    Invented.sending(city, "基层专项", "云丙", 3);
    Submission accepted = once(drop(city, "invented-city.zip"), SubmissionState.PROCESSED);

    assertThat(dossiersOf(accepted))
        .extracting(d -> d.state() + " " + d.department().orElse(""))
        .containsExactly("ACCEPTED yl-zjc", "ACCEPTED yl-zjnl", "ACCEPTED yl-rckf");
    assertThat(letter(accepted, "ACCEPTANCE"))
        .contains("云人社函〔2023〕88号", "专业技术人员管理处", "职业能力建设处", "人才开发处");
    assertThat(queued("yl-zjc")).contains(dossiersOf(accepted).get(0).number().value());
    assertThat(queued("yl-zjnl")).contains(dossiersOf(accepted).get(1).number().value());

    HandMade firm = Invented.list(Invented.MAIN, "91999900MB00000109", "示例重型机械集团有限公司");
    for (int i = 10; i < 14; i++) {
      Invented.sending(firm, "巧匠", "匠" + "子丑寅卯".charAt(i - 10), i);
    }
    Submission unlimited = once(drop(firm, "invented-firm.zip"), SubmissionState.PROCESSED);
    assertThat(dossiersOf(unlimited))
        .hasSize(4)
        .allMatch(d -> d.state() == DossierState.ACCEPTED)
        .allMatch(d -> d.department().equals(Optional.of("yl-qyrc")));

    HandMade county = Invented.list(Invented.MAIN, "11999908MB00000219", "示例县人力资源和社会保障局");
    Invented.sending(county, "名师", "岭甲", 20);
    Invented.sending(county, "名师", "岭乙", 21);
    for (int i = 22; i < 28; i++) {
      Invented.sending(county, "基层专项", "岭" + "丙丁戊己庚辛".charAt(i - 22), i);
    }
    Submission over = once(drop(county, "invented-county.zip"), SubmissionState.PROCESSED);
    List<Dossier> ofCounty = dossiersOf(over);
    assertThat(ofCounty.subList(0, 2)).allMatch(d -> d.state() == DossierState.RETURNED);
    assertThat(letter(over, "OVER_QUOTA")).contains("各县（区）推荐名师类不超过1名", "1名", "2名");
    assertThat(ofCounty.subList(2, 8)).allMatch(d -> d.state() == DossierState.ACCEPTED);
    assertThat(decisionOn(ofCounty.get(2)).findings())
        .filteredOn(f -> f.rule().equals("grassroots"))
        .singleElement()
        .satisfies(f -> assertThat(f.outcome()).isEqualTo(Outcome.REMARK))
        .satisfies(f -> assertThat(f.sentence()).contains("合计推荐7名（本单位6名）"));

    HandMade university = Invented.list(Invented.UNIVERSITIES, "12999900MB00000086", "示例大学");
    Invented.sending(university, "名师", "峰甲", 30);
    Submission waiting = once(drop(university, "invented-univ.zip"), SubmissionState.PROCESSED);
    Dossier professor = dossiersOf(waiting).get(0);
    assertThat(professor.state()).isEqualTo(DossierState.AWAITING_PAPER);
    registers("counter", professor);
    once(professor.number(), DossierState.IN_REVIEW);
    assertThat(letter(waiting, "PENDING")).contains("报送方式是否符合通知规定", "纸质材料只接受快递");
    registers("courier", professor);
    assertThat(once(professor.number(), DossierState.ACCEPTED).department()).contains("yl-zjc");
  }

  /** The mail room takes a parcel in. */
  private void registers(String channel, Dossier of) {
    String paper =
        """
        {"call": "%s", "unit": "12999900MB00000086",
         "parcel": {"channel": "%s", "carrier": "示例速运", "item": "%s-1",
                    "received": "2023-10-10T09:00:00+08:00", "by": "clerk1", "confirmedBy": "clerk2"},
         "candidates": [{"identity": "%s", "name": "%s", "copies": {"推荐表": 2}}]}
        """
            .formatted(
                Invented.UNIVERSITIES,
                channel,
                channel,
                Invented.identity(30),
                of.candidate().name());
    assertThat(clerk().posts("/paper", paper).status()).isLessThan(300);
  }

  private boolean isLive(String call) {
    return calls.find(new CallId(call)).isPresent();
  }

  private List<String> queued(String department) {
    return clerk().lists("/departments/" + department + "/queue").stream()
        .map(entry -> entry.get("dossier").asText())
        .toList();
  }

  private Call live() {
    return calls.find(CALL).orElseThrow();
  }
}
