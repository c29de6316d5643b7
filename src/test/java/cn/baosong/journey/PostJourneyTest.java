package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.camel.post.ScriptedLine;
import cn.baosong.carriers.OwnCertificate;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.UndeliveredDesk;
import cn.baosong.reader.mail.MailOpening;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters by mail through the running office. */
class PostJourneyTest extends PostOffice {
  private static final String UNIT = "11999901MB00000012";

  @Autowired UndeliveredDesk undelivered;
  @Autowired HoldDesk holds;
  @Autowired HealthEndpoint health;
  @Autowired MeterRegistry meters;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void behaves() {
    LINE.forget();
    DOOR.show(CERTIFICATE);
    post.tryNow();
  }

  @Test
  void mailsReceiptAndDecisionToTheRegisteredAddress() throws Exception {
    Submission submission = delivered("11999901MB00000012", "示例市人力资源和社会保障局", "mailed.zip");
    Letter decision = letterOf(submission, LetterKind.ACCEPTANCE);
    mailing(decision, MailingState.SENT);
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    mailing(receipt, MailingState.SENT);
    MimeMessage mail = arrived(receipt).get(0);
    assertThat(mail.getAllRecipients())
        .containsExactly(new InternetAddress("rsj@shili.example.org"));
    assertThat(mail.getSubject()).contains("收件回执", submission.number().value());
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(arrived(decision).get(0).getHeader("Auto-Submitted"))
        .containsExactly("auto-generated");
    assertThat(mail.getMessageID()).isEqualTo("<baosong." + receipt.id() + "@example.org>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains(submission.number().value(), "收件回执")
        .doesNotContain("赵某某");
    assertThat(parts.getBodyPart(1).getInputStream().readNBytes(5))
        .isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
  }

  /** A unit of the registry; each test has its own, so that none comes to its quota. */
  private record Sender(String code, String name, String address) {}

  private static final Sender FANLI =
      new Sender("11999903MB00000035", "范例市人力资源和社会保障局", "rsj@fanli.example.org");
  private static final Sender SAMPLE =
      new Sender("11999902MB0000002K", "样板市人力资源和社会保障局", "rsj@yangban.example.org");
  private static final Sender HEAVY =
      new Sender("91999900MB00000109", "示例重型机械集团有限公司", "hr@heavy.example.org");
  private static final Sender ZONE =
      new Sender("11999904MB0000011E", "示例转型综合改革示范区管理委员会", "rcj@zone.example.org");
  private static final Sender EDUCATION =
      new Sender("11999900MB0000004W", "示例省教育厅", "rsc@edu.example.org");
  private static final Sender HEALTH =
      new Sender("11999900MB00000050", "示例省卫生健康委员会", "rsc@health.example.org");
  private static final Sender INDUSTRY =
      new Sender("11999900MB00000063", "示例省工业和信息化厅", "rsc@industry.example.org");
  private static final Sender FARMING =
      new Sender("11999900MB00000076", "示例省农业农村厅", "rsc@agri.example.org");
  private static final Sender UNIVERSITY =
      new Sender("12999900MB00000086", "示例大学", "rsc@univ.example.org");
  private static final Sender GEOLOGY =
      new Sender("12999900MB00000099", "示例省地质研究院", "rsc@geology.example.org");

  private Submission delivered(Sender unit, String file) throws Exception {
    return delivered(unit.code(), unit.name(), file);
  }

  /** N04: put off again and again, and taken in the end; its receipt is there to read meanwhile. */
  @Test
  void triesAgainWhatIsPutOffUntilItIsTaken() throws Exception {
    LINE.once("RCPT", FANLI.address(), "450 4.2.1 busy");
    LINE.once("RCPT", FANLI.address(), "451 4.7.1 Greylisted");
    LINE.once("RCPT", FANLI.address(), "550 Ip frequency limited");
    LINE.once(".", "", "554 DT:SPM smtp8");
    Submission submission = delivered(FANLI, "put-off.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    mailing(receipt, MailingState.SENT);
    assertThat(clerk().reads("/notices/" + receipt.id()).get("state").asText()).isEqualTo("SENT");
    assertThat(arrived(receipt)).isNotEmpty();
    assertThat(mailings.standings()).isEmpty();
  }

  /** N04: after 48 hours of 4xx nobody hopes for the mailbox any more. */
  @Test
  void ringsTheUnitUpWhenALetterWasPutOffForTwoDays() throws Exception {
    LINE.always("RCPT", ZONE.address(), "450 4.2.1 try again later");
    Submission submission = delivered(ZONE, "for-days.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                        "update mailing set put_off_since = put_off_since - interval '49' hour"
                            + " where letter = ? and put_off_since is not null")
                    .param(receipt.id())
                    .update(),
            changed -> changed > 0);
    Mailing given = mailing(receipt, MailingState.REFUSED);
    assertThat(given.outcome().orElseThrow().cause()).contains(MailCause.GIVEN_UP);
    assertThat(given.outcome().orElseThrow().answer().text()).contains("try again later");
    assertThat(given.awaitsCall()).isTrue();
  }

  /** A refusal is final: it is not tried again, and the unit is rung up. */
  @Test
  void putsTheUnitOnTheListOfCallsWhenItsMailboxIsGone() throws Exception {
    LINE.always("RCPT", EDUCATION.address(), "550 5.1.1 user unknown");
    Submission submission = delivered(EDUCATION, "refused.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    Mailing refused = mailing(receipt, MailingState.REFUSED);
    assertThat(refused.outcome().orElseThrow().cause()).contains(MailCause.UNKNOWN_ADDRESS);
    assertThat(refused.outcome().orElseThrow().answer().code()).isEqualTo(550);
    assertThat(refused.awaitsCall()).isTrue();
    LINE.forget();
    undelivered.called(refused.id(), "clerk1", "王某接听，已告知");
    assertThat(mailings.find(refused.id()).orElseThrow().awaitsCall()).isFalse();
    undelivered.again(refused.id(), "clerk1");
    mailing(receipt, MailingState.SENT);
    assertThat(arrived(receipt)).hasSize(1);
  }

  /** N05: the connection breaks after the server has the letter. */
  @Test
  void repeatsTheSameMessageWhenTheLineBreaksBeforeTheAnswer() throws Exception {
    LINE.once(".", "", ScriptedLine.CUT);
    Submission submission = delivered(HEALTH, "cut.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    mailing(receipt, MailingState.SENT);
    List<MimeMessage> both = arrived(receipt);
    assertThat(both).hasSize(2);
    assertThat(both.get(0).getMessageID()).isEqualTo(both.get(1).getMessageID());
    assertThat(bytes(both.get(0))).isEqualTo(bytes(both.get(1)));
  }

  private static String bytes(MimeMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(StandardCharsets.ISO_8859_1)
        .substring(out.toString(StandardCharsets.ISO_8859_1).indexOf("Date:"));
  }

  /** The authorization code has lapsed: no letter is to blame, and the operator is told at once. */
  @Test
  void isDownWithItsCauseWhenNothingCanLeaveAndGoesOnByItself() throws Exception {
    LINE.always("MAIL", "", "535 Login Fail. Please enter your authorization code to login");
    Submission submission = delivered(INDUSTRY, "line-down.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    await()
        .atMost(PATIENCE)
        .until(() -> post.trouble().map(t -> t.trouble().cause()), Optional::isPresent);
    assertThat(post.trouble().orElseThrow().trouble().cause())
        .isEqualTo(MailCause.NOT_AUTHENTICATED);
    assertThat(health.healthForPath("post").getStatus()).isEqualTo(Status.DOWN);
    assertThat(mailings.ofLetter(receipt.id()).get(0).state()).isEqualTo(MailingState.WAITING);
    LINE.forget();
    mailing(receipt, MailingState.SENT);
    assertThat(health.healthForPath("post").getStatus()).isEqualTo(Status.UP);
  }

  /** N09: somebody else answers in the server's place. */
  @Test
  void keepsEveryLetterInTheHouseAndRaisesTheAlarmWhenTheCertificateIsAnothers() throws Exception {
    DOOR.show(OwnCertificate.forThisMachine());
    LINE.once("NOOP", "", ScriptedLine.CUT);
    Submission submission = delivered(SAMPLE, "intercepted.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    await()
        .atMost(PATIENCE)
        .until(
            () -> post.trouble().map(t -> t.trouble().cause()),
            Optional.of(MailCause.NOT_ENCRYPTED)::equals);
    assertThat(health.healthForPath("post").getStatus()).isEqualTo(Status.DOWN);
    assertThat(arrived(receipt)).isEmpty();
    assertThat(LINE.heard()).noneMatch(said -> said.contains(SAMPLE.address()));
    assertThat(mailings.ofLetter(receipt.id()).get(0).state()).isEqualTo(MailingState.WAITING);
    DOOR.show(CERTIFICATE);
    mailing(receipt, MailingState.SENT);
    assertThat(health.healthForPath("post").getStatus()).isEqualTo(Status.UP);
  }

  /** Each client decides by itself which of the ways to write a name it reads. */
  @Test
  void namesTheEnclosedLetterForEveryClient() throws Exception {
    Submission submission = delivered(HEAVY, "named.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    mailing(receipt, MailingState.SENT);
    String name = "收件回执-" + submission.number() + ".pdf";
    MimeMessage sent = arrived(receipt).get(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sent.writeTo(bytes);
    // Jakarta Mail reads RFC 2231 and prefers it
    MimeBodyPart enclosed = (MimeBodyPart) ((MimeMultipart) sent.getContent()).getBodyPart(1);
    assertThat(enclosed.getFileName()).isEqualTo(name);
    // a reader that knows RFC 2231 as little as QQ and NetEase do
    for (String field : List.of("Content-Type", "Content-Disposition")) {
      ParameterList none =
          field.equals("Content-Type")
              ? new ContentType(enclosed.getHeader(field, null).replaceAll("filename\\*=\\S+", ""))
                  .getParameterList()
              : new ContentDisposition(
                      enclosed.getHeader(field, null).replaceAll(";\\s*filename\\*=\\S+", ""))
                  .getParameterList();
      String words = none.get(field.equals("Content-Type") ? "name" : "filename");
      assertThat(MimeUtility.decodeText(words)).as(field).isEqualTo(name);
    }
    // mime4j splits the parts for our own reader
    List<String> names = new ArrayList<>();
    MailOpening.read(
        new ByteArrayInputStream(bytes.toByteArray()),
        (attachment, plain) -> names.add(attachment.name()));
    assertThat(names).containsExactly(name);
  }

  /** N03: a delivery report names the letter; the case shows 未送达 and the unit is rung up. */
  @Test
  void countsWhatCameBackAsUndelivered() throws Exception {
    Submission submission = delivered(FARMING, "bounced.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    mailing(receipt, MailingState.SENT);
    assertThat(post.bounced(receipt.id(), Optional.of(FARMING.address()), "4.4.1", "delayed"))
        .isEmpty();
    post.bounced(
        receipt.id(),
        Optional.of(FARMING.address().toUpperCase(Locale.ROOT)),
        "5.2.1",
        "mailbox disabled");
    Mailing back = mailing(receipt, MailingState.BOUNCED);
    assertThat(back.awaitsCall()).isTrue();
    assertThat(back.outcome().orElseThrow().answer().text()).isEqualTo("5.2.1 mailbox disabled");
    assertThat(post.bounced(receipt.id(), Optional.empty(), "5.2.1", "again")).isEmpty();
  }

  /** N01, N02: what answers arrivals goes once a day, case and address; decisions always do. */
  @Test
  void answersTheSameArrivalOnceADayByMail() throws Exception {
    byte[] bytes = Files.readAllBytes(package_());
    Submission submission = once(dropBytes(bytes, "first.zip"), SubmissionState.PROCESSED);
    Letter first = letterOf(submission, LetterKind.RECEIPT);
    mailing(first, MailingState.SENT);
    dropBytes(bytes, "second.zip");
    Letter second =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(submission.number()).stream()
                        .filter(l -> l.kind() == LetterKind.RECEIPT && l.serial() > first.serial())
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    mailing(second, MailingState.WITHHELD);
    assertThat(arrived(second)).isEmpty();
    assertThat(arrived(first)).hasSize(1);
  }

  private Path package_() throws Exception {
    return HandMade.of("sx-bqw-2020", UNIT, "示例市人力资源和社会保障局")
        .candidate("钱某某", Identities.of(LocalDate.of(1977, 3, 4), 801), LocalDate.of(1977, 3, 4))
        .zip(settings.home().resolve("made.zip"));
  }

  /** Nothing of a package whose unit nobody knows leaves the house. */
  @Test
  void mailsNothingWhileTheUnitIsUnknown() throws Exception {
    Submission unknown =
        once(
            drop(
                HandMade.of("sx-bqw-2020", "99999999MB00000099", "不在名册的单位")
                    .candidate(
                        "孙某某",
                        Identities.of(LocalDate.of(1978, 3, 4), 802),
                        LocalDate.of(1978, 3, 4)),
                "unknown.zip"),
            SubmissionState.UNASSIGNED);
    Letter receipt = letterOf(unknown, LetterKind.RECEIPT);
    delivered(GEOLOGY, "after-unknown.zip");
    assertThat(mailings.ofLetter(receipt.id())).isEmpty();
    assertThat(arrived(receipt)).isEmpty();
  }

  /** A draft for the seal, or a refusal in its hold, is no letter yet. */
  @Test
  void mailsARefusalOnlyAfterItsHold() throws Exception {
    Submission submission = delivered(UNIVERSITY, "held.zip");
    Letter receipt = letterOf(submission, LetterKind.RECEIPT);
    Letter refusal =
        new Letter(
            UUID.randomUUID().toString(),
            Optional.of(submission.number()),
            submission.call(),
            90,
            LetterKind.NOT_ACCEPTED,
            receipt.unit().or(submission::unit),
            List.of(),
            "不予受理通知书",
            "编号",
            UNIVERSITY.name(),
            receipt.sections(),
            receipt.closing(),
            List.of(UNIVERSITY.address()),
            receipt.written(),
            Duration.ofMinutes(30),
            LetterState.WAITING);
    letters.save(refusal, Act.byMachine(Act.Kind.LETTER_WRITTEN));
    mailing(receipt, MailingState.SENT);
    assertThat(mailings.ofLetter(refusal.id())).isEmpty();
    holds.stop(refusal.id(), "clerk1", "核对");
    holds.release(refusal.id(), "clerk1", "");
    mailing(refusal, MailingState.SENT);
    assertThat(arrived(refusal)).hasSize(1);
  }

  @Test
  void countsWhomToRingUp() throws Exception {
    LINE.always("RCPT", GEOLOGY.address(), "550 5.1.1 user unknown");
    Submission submission = delivered(GEOLOGY, "shown.zip");
    Mailing refused = mailing(letterOf(submission, LetterKind.RECEIPT), MailingState.REFUSED);
    assertThat(meters.get("baosong.mailings.tocall").gauge().value()).isPositive();
    assertThat(refused.addressee()).isNotBlank();
  }
}
