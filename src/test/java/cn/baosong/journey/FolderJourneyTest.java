package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.Queues;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Reconciliation;
import cn.baosong.reader.apart.Loss;
import cn.baosong.reader.apart.Readers;
import cn.baosong.reader.mail.MailMade;
import cn.baosong.reader.pack.HostilePdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class FolderJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);

  @Autowired Queues queues;
  @Autowired Archive archive;
  @Autowired Reception reception;
  @Autowired Readers readers;
  @Autowired Reconciliation reconciliation;
  @Autowired CamelContext camel;
  @Autowired HealthEndpoint health;

  @DynamicPropertySource
  static void inMarch(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("baosong.limits.reader-time", () -> "PT10S");
  }

  @Test
  void hasEveryRouteRunningAndSaysThatItIsWell() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(camel.getRoutes()).allMatch(this::isStarted, "is started"));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  private boolean isStarted(Route route) {
    return camel.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
  }

  @Test
  void acceptsACompletePackageThatAClerkMadeByHand() throws IOException {
    Digest dropped =
        drop(
            HandMade.of("sx-bqw-2020", "11999901MB00000012", "示例市人力资源和社会保障局")
                .candidate("张三", Identities.of(BORN, 1), BORN)
                .candidate("欧阳子涵", Identities.of(BORN, 3), BORN),
            "march.zip");
    Submission submission = once(dropped, SubmissionState.PROCESSED);
    List<Dossier> filed = dossiersOf(submission);
    assertThat(filed).extracting(d -> d.candidate().name()).containsExactly("张三", "欧阳子涵");
    for (Dossier dossier : filed) {
      assertThat(decisionOn(dossier).findings())
          .filteredOn(f -> f.outcome() != Outcome.PASS && f.outcome() != Outcome.REMARK)
          .isEmpty();
      assertThat(dossier.state()).isEqualTo(DossierState.ACCEPTED);
      assertThat(queues.find(dossier.number()))
          .get()
          .extracting(QueueEntry::department)
          .isEqualTo("sx-zjfw");
    }
    assertThat(letter(submission, "RECEIPT")).contains(submission.number().value(), "仅证明收到");
    assertThat(letter(submission, "ACCEPTANCE"))
        .contains("张三", "欧阳子涵", "晋人社厅函〔2020〕131号")
        .doesNotContain(Identities.of(BORN, 1));
    filed.forEach(this::arrivesInItsDepartment);
    assertThat(settings.inbox().resolve("march.zip")).doesNotExist();
    await().atMost(PATIENCE).until(() -> claimed().isEmpty());
  }

  @Test
  void acceptsTheSamePackageAsAMailThatWasSavedIntoTheFolder() throws IOException {
    Path zip = Files.createTempFile("made", ".zip");
    HandMade.of("sx-bqw-2020", "11999900MB00000063", "示例省工业和信息化厅")
        .candidate("郑信", Identities.of(BORN, 31), BORN)
        .zip(zip);
    MailMade mail =
        MailMade.mixed("Subject: =?gb18030?B?zca89rLEwc8=?=")
            .part("Content-Type: text/plain; charset=gb2312")
            .gbk("请查收")
            .file("filename=\"=?GBK?B?ssTBzy56aXA=?=\"", Files.readAllBytes(zip))
            .end();
    Files.delete(zip);
    Submission submission = once(dropBytes(mail.bytes(), "letter.eml"), SubmissionState.PROCESSED);
    assertThat(submission.mail().orElseThrow().text()).isEqualTo("请查收");
    Dossier dossier = dossiersOf(submission).get(0);
    assertThat(dossier.state()).isEqualTo(DossierState.ACCEPTED);
    arrivesInItsDepartment(dossier);
  }

  /** The whole case as a bag, told in the dossier's own story. */
  private void arrivesInItsDepartment(Dossier dossier) {
    String number = dossier.number().value();
    await()
        .atMost(PATIENCE)
        .until(
            () -> clerk().reads("/dossiers/" + number).get("timeline").toString(),
            told -> told.contains("CASE_DELIVERED"));
    Path bag = settings.home().resolve("departments/sx-zjfw").resolve(number + ".zip");
    assertThat(bag).isRegularFile();
    assertThat(settings.home().resolve("outgoing").resolve(number + ".zip")).doesNotExist();
  }

  @Test
  void tellsAUnitEverythingThatIsMissingInOneLetter() throws IOException {
    Digest dropped =
        drop(
            HandMade.of("晋人社厅函[2020]131 号", "11999902MB0000002K", "样板市人社局")
                .candidate("李四", "", BORN, Map.of("身份证件号码", 140102197506010012d))
                .without("01-李四/登记表.pdf")
                .without("01-李四/李四.RPU")
                .with("01-李四/附件.pdf", HandMade.pdf(2)),
            "faulty.zip");
    Submission submission = once(dropped, SubmissionState.PROCESSED);
    Dossier dossier = dossiersOf(submission).get(0);
    assertThat(decisionOn(dossier).findings())
        .extracting(Finding::code)
        .contains(
            FindingCode.FORM_INVALID, FindingCode.MATERIAL_MISSING, FindingCode.MATERIAL_INVALID);
    assertThat(dossier.state()).isEqualTo(DossierState.RETURNED);
    assertThat(letter(submission, "CORRECTION"))
        .contains("一次性告知", "登记表", "RPU", "附件", "疑为Excel精度丢失");
  }

  @Test
  void keepsAPackageOfAnUnknownUnitForAClerkWithItsTime() throws IOException {
    Digest dropped =
        drop(
            HandMade.of("sx-bqw-2020", "99999999MA0000000X", "无名单位")
                .candidate("王五", Identities.of(BORN, 5), BORN),
            "unknown.zip");
    Submission held = once(dropped, SubmissionState.UNASSIGNED);
    assertThat(held.defects()).anyMatch(d -> d.code().equals("UNIT_UNKNOWN"));
    assertThat(letter(held, "RECEIPT")).contains("2020年3月16日");
  }

  @Test
  void asksAgainForAFileThatIsNoPackageAndKeepsItsTime() throws IOException {
    Digest dropped = dropBytes("not a package".getBytes(StandardCharsets.UTF_8), "note.zip");
    Submission held = once(dropped, SubmissionState.UNREADABLE);
    assertThat(letter(held, "CORRECTION")).contains("报送清单");
  }

  @Test
  void takesWhatIsStillBeingWrittenForNoDifference() throws IOException {
    Path written = settings.inbox().resolve("slow.zip");
    Files.write(written, new byte[] {'P', 'K'});
    // a writer that a busy machine holds up for a second has ended, as far as the office can see
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              Files.write(
                  written, new byte[100], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
              assertThat(inbox().difference())
                  .filteredOn(item -> item.name().equals("slow.zip") && item.underway())
                  .extracting(Reconciliation.Item::reason)
                  .containsExactly("仍在写入，等它不再变化");
            });
    Files.deleteIfExists(written);
    dropBytes("whole but no package".getBytes(StandardCharsets.UTF_8), "whole.zip");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(inbox().difference()).isEmpty();
              assertThat(inbox().held()).isEqualTo(inbox().registered()).isPositive();
            });
  }

  private Reconciliation.Source inbox() {
    return reconciliation.sources().stream()
        .filter(source -> source.name().equals("inbox"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsTheNumberOfAnItemThatItsSourceShowsAgain() throws IOException {
    Arrival shown =
        new Arrival(
            Channel.FOLDER,
            "shown-again",
            "once.zip",
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(
                Interval.at(Instant.parse("2020-03-16T01:00:00Z")), "test", TrustClass.B));
    SubmissionNumber first = received(shown, "some bytes");
    assertThat(received(shown, "half of them")).isEqualTo(first);
    assertThat(submissions.find(first).orElseThrow().receipts()).hasSize(1);
  }

  private SubmissionNumber received(Arrival arrival, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return reception.register(reception.archive(arrival, new ByteArrayInputStream(bytes)));
  }

  @Test
  void takesTheSameBytesTwiceUnderOneNumber() throws IOException {
    HandMade made =
        HandMade.of("sx-bqw-2020", "11999903MB00000035", "范例市人力资源和社会保障局")
            .candidate("赵六", Identities.of(BORN, 7), BORN);
    Digest first = drop(made, "first.zip");
    Submission submission = once(first, SubmissionState.PROCESSED);
    byte[] same = Files.readAllBytes(archive.original(first));
    dropBytes(same, "again.zip");
    await()
        .atMost(PATIENCE)
        .until(() -> submissions.find(submission.number()).orElseThrow().receipts().size() == 2);
    assertThat(dossiersOf(submission)).hasSize(1);
  }

  @Test
  void decidesWhatLiesAroundFilesThatNoReaderComesBackFrom() throws IOException {
    Digest hostile =
        drop(
            HandMade.of("sx-bqw-2020", "11999904MB0000011E", "示例转型综合改革示范区管理委员会")
                .candidate("钱七", Identities.of(BORN, 21), BORN)
                .candidate("孙八", Identities.of(BORN, 23), BORN)
                .with("01-钱七/获奖证书.doc", HandMade.withMacro())
                .with("02-孙八/获奖证书.pdf", HostilePdf.endless())
                .with("02-孙八/佐证材料.pdf", HostilePdf.bombOfObjects()),
            "hostile.zip");
    Digest good =
        drop(
            HandMade.of("sx-bqw-2020", "11999903MB00000035", "范例市人力资源和社会保障局")
                .candidate("周九", Identities.of(BORN, 25), BORN),
            "beside.zip");
    assertThat(dossiersOf(once(good, SubmissionState.PROCESSED)))
        .extracting(Dossier::state)
        .containsExactly(DossierState.ACCEPTED);
    List<Dossier> filed = dossiersOf(once(hostile, SubmissionState.PROCESSED));
    assertThat(filed)
        .extracting(Dossier::state)
        .containsExactly(DossierState.ACCEPTED, DossierState.IN_REVIEW);
    assertThat(decisionOn(filed.get(0)).findings())
        .filteredOn(finding -> finding.sentence().contains("宏未运行"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REMARK);
    assertThat(decisionOn(filed.get(1)).findings())
        .filteredOn(finding -> finding.code() == FindingCode.MATERIAL_UNREADABLE)
        .extracting(Finding::place)
        .containsExactlyInAnyOrder("02-孙八/获奖证书.pdf", "02-孙八/佐证材料.pdf");
    // On a busy machine the time may run out before the memory does: each stops its reader.
    assertThat(readers.lost(Loss.TIME)).isPositive();
    assertThat(readers.lost(Loss.TIME) + readers.lost(Loss.MEMORY)).isGreaterThanOrEqualTo(2);
    assertThat(readers.trouble()).isEmpty();
  }

  private List<Path> claimed() throws IOException {
    try (Stream<Path> files = Files.list(settings.inbox().resolve(".claimed"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
