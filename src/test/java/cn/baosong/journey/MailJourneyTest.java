package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Reconciliation;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailJourneyTest extends MailOffice {
  @Autowired private Reconciliation reconciliation;
  @Autowired private Correspondences correspondences;
  @Autowired private JdbcClient jdbc;
  @Autowired private ChannelDesk channels;

  @AfterEach
  void mendTheOddServer() {
    ODD.mend();
    ODD.refuseLogin("");
    ODD.demandId(false);
  }

  private static String mail(String subject, String... extra) {
    return """
        Received: from sender.test (sender.test [192.0.2.7])
         by %s (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800
        From: unit@sender.test
        To: office@intake.test
        Subject: %s
        Message-ID: <%s@sender.test>
        %sContent-Type: text/plain; charset=utf-8

        附件另送。%s
        """
        .formatted(
            PROVIDER,
            subject,
            Integer.toHexString(subject.hashCode()),
            extra.length == 0 ? "" : String.join("\n", extra) + "\n",
            subject);
  }

  private static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private Reconciliation.Source source(String name) {
    return reconciliation.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givesAMailItsNumberAndItsReceipt() {
    byte[] mail = deliver(OFFICE, "INBOX", mail("first"));
    Submission registered = registered(mail);
    Receipt receipt = registered.first();
    assertThat(receipt.channel()).isEqualTo(Channel.EMAIL);
    assertThat(receipt.nativeId()).startsWith("office/INBOX/");
    assertThat(receipt.name()).isEqualTo("first");
    assertThat(receipt.received().source()).isEqualTo("INTERNALDATE");
    assertThat(receipt.received().trust()).isEqualTo(TrustClass.A);
    assertThat(letter(registered, "RECEIPT")).contains(registered.number().value());
  }

  /** M02: whoever has read a mail, the office has not. */
  @Test
  void registersWhatAClerkHasReadAndLeavesTheMailboxAsItIs() {
    byte[] read = bytes(mail("read before"));
    inFolder(
        OFFICE,
        "INBOX",
        folder -> {
          MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(read));
          message.setFlag(Flags.Flag.SEEN, true);
          folder.appendMessages(new Message[] {message});
        });
    byte[] unread = deliver(OFFICE, "INBOX", mail("unread"));
    assertThat(registered(read).receipts()).hasSize(1);
    registered(unread);
    inFolder(
        OFFICE,
        "INBOX",
        folder -> {
          assertThat(folder.getUnreadMessageCount()).isPositive();
          assertThat(folder.getDeletedMessageCount()).isZero();
        });
  }

  /** M01: what no reader understands is registered like every other mail, and stops none. */
  @Test
  void registersAPoisonedMailAmidGoodOnes() {
    byte[] before = deliver(OFFICE, "INBOX", mail("good before"));
    byte[] poison =
        deliver(
            OFFICE,
            "INBOX",
            bytes(
                "Subject: =?x-unknown?B?////?=\nContent-Type: text/plain; charset=\"no-such\"\n"
                    + "Content-Transfer-Encoding: x-nothing\n\n=\n"));
    byte[] after = deliver(OFFICE, "INBOX", mail("good after"));
    assertThat(List.of(registered(before), registered(poison), registered(after)))
        .extracting(submission -> submission.receipts().size())
        .containsExactly(1, 1, 1);
  }

  /** M16. */
  @Test
  void looksIntoTheFolderForJunkAndSaysSo() {
    byte[] mail = deliver(OFFICE, JUNK, mail("taken for junk"));
    Receipt receipt = registered(mail).first();
    assertThat(receipt.nativeId()).startsWith("office/" + JUNK + "/");
    assertThat(receipt.remarks()).anyMatch(told -> told.contains("垃圾邮件文件夹"));
  }

  /** M12: as it lies in two boxes, byte for byte. */
  @Test
  void countsAMailInTwoMailboxesAsOneSubmission() {
    byte[] mail = deliver(OFFICE, "INBOX", mail("to both"));
    assertThat(deliver(SECOND, "INBOX", mail("to both"))).isEqualTo(mail);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(registered(mail).receipts())
                    .extracting(Receipt::source)
                    .containsExactlyInAnyOrder("office", "second"));
  }

  /** M12: what hosts wrote above it differs; a copy with other content is no copy. */
  @Test
  void linksTheSameMessageThatCameByAnotherWayAsACopy() {
    byte[] mail = deliver(OFFICE, "INBOX", mail("by two ways"));
    Submission first = registered(mail);
    String forwarded =
        "X-Forwarded-For: list@intake.test\nReceived: from b.test by "
            + PROVIDER
            + "; Wed, 25 Mar 2020 08:59:58 +0800\n"
            + mail("by two ways");
    byte[] copy = deliver(SECOND, "INBOX", forwarded);
    byte[] other = deliver(SECOND, "INBOX", forwarded.replace("附件另送", "附件已送"));
    registered(other);
    Submission both = submissions.find(first.number()).orElseThrow();
    assertThat(both.receipts())
        .extracting(Receipt::digest)
        .containsExactly(digest(mail), digest(copy));
    assertThat(submissions.byDigest(digest(copy))).isEmpty();
    assertThat(registered(other).number()).isNotEqualTo(first.number());
    assertThat(
            jdbc.sql("select reason from event where subject = ? and kind = 'RECEIPT_ADDED'")
                .param(first.number().value())
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("副本");
  }

  /** X01, X02, X04: fields that would steer Camel are words of a mail like all others. */
  @Test
  void obeysNoFieldOfAMail() {
    byte[] steering =
        deliver(
            OFFICE,
            "INBOX",
            mail(
                "steering",
                "CamelSqlQuery: delete from submission",
                "CAMELFILENAME: ../../escaped",
                "CamelBeanMethodName: escape",
                "delete: true",
                "moveTo: Taken",
                "copyTo: Taken",
                "mail.smtp.ssl.trust: *",
                "mail.smtp.starttls.enable: false"));
    Submission registered = registered(steering);
    assertThat(letter(registered, "RECEIPT")).contains(registered.number().value());
    byte[] next = deliver(OFFICE, "INBOX", mail("after steering"));
    registered(next);
    inFolder(
        OFFICE,
        "INBOX",
        folder -> {
          assertThat(folder.getDeletedMessageCount()).isZero();
          assertThat(folder.getStore().getFolder("Taken").exists()).isFalse();
        });
    assertThat(submissions.find(registered.number())).isPresent();
    assertThat(
            jdbc.sql("select subject from event where kind = 'HEADERS_IGNORED'")
                .query(String.class)
                .list())
        .contains(registered.first().nativeId());
  }

  /** A mail that only answers gets no number and no letter. */
  @Test
  void keepsAnAutomaticMailAsCorrespondence() {
    byte[] away = deliver(OFFICE, "INBOX", mail("休假", "Auto-Submitted: auto-replied"));
    String key =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    jdbc.sql("select native_id from correspondence where digest = ?")
                        .param(digest(away).hex())
                        .query(String.class)
                        .optional(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(correspondences.byReceipt(Channel.EMAIL, key)).isPresent();
    assertThat(submissions.byDigest(digest(away))).isEmpty();
  }

  /** NetEase; the answer of a client that says who it is. */
  @Test
  void saysWhoItIsToAServerThatRefusesStrangers() {
    ODD.demandId(true);
    ODD.refuseLogin("LOGIN Login error or password error");
    ODD.hangUp();
    byte[] mail = bytes(mail("for those who say who they are"));
    ODD.put(10, mail, "25-Mar-2020 09:00:00 +0800");
    await()
        .atMost(PATIENCE)
        .until(() -> source("odd/INBOX").error().filter(e -> e.contains("授权码")).isPresent());
    ODD.refuseLogin("");
    registered(mail);
    assertThat(ODD.commands()).anyMatch(command -> command.startsWith("ID (\"name\" \"Baosong\""));
  }

  /** O01: red by the second log-in that its server refuses, since it answers no third. */
  @Test
  void tellsInChineseWhyAMailboxIsRedAfterTwoLooksWhileOthersGoOn() {
    ODD.refuseLogin("[ALERT] Account is locked, login too frequent", 2);
    ODD.hangUp();
    await()
        .atMost(PATIENCE)
        .until(() -> source("odd/INBOX").error().filter(e -> e.contains("账号被锁")).isPresent());
    assertThat(level("odd/INBOX")).isEqualTo(ChannelState.Level.FAILED);
    assertThat(ODD.refused()).isBetween(1, 2);
    registered(deliver(OFFICE, "INBOX", mail("while another is red")));
    assertThat(source("office/INBOX").error()).isEmpty();
    ODD.refuseLogin("");
    await().atMost(PATIENCE).until(() -> source("odd/INBOX").error().isEmpty());
    assertThat(
            jdbc.sql(
                    "select count(*) from outage where source = 'odd/INBOX' and ended_at is not null")
                .query(Long.class)
                .single())
        .isPositive();
  }

  private ChannelState.Level level(String source) {
    return channels.all().stream()
        .filter(state -> state.source().name().equals(source))
        .map(ChannelState::level)
        .findFirst()
        .orElseThrow();
  }

  /** O03 and a cut FETCH: named in the reconciliation, fetched by one click, in nobody's way. */
  @Test
  void namesAMailThatCannotBeFetchedAndFetchesItAtAClick() {
    byte[] broken = bytes(mail("breaks the line"));
    byte[] whole = bytes(mail("behind it"));
    ODD.cut(20);
    ODD.put(20, broken, "25-Mar-2020 09:00:00 +0800");
    ODD.put(21, whole, "25-Mar-2020 09:00:01 +0800");
    ODD.hangUp(); // what stands below the highest number is found by a whole listing alone
    registered(whole);
    Reconciliation.Item item =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    source("odd/INBOX").difference().stream()
                        .filter(i -> i.name().contains("UID 20") && i.reason().contains("已试"))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(submissions.byDigest(digest(broken))).isEmpty();
    ODD.mend();
    assertThat(
            clerk()
                .posts(
                    "/reconciliation/refetch",
                    "{\"source\": \"odd/INBOX\", \"key\": \"%s\"}"
                        .formatted(item.key().orElseThrow()))
                .status())
        .isEqualTo(202);
    registered(broken);
    await().atMost(PATIENCE).until(() -> source("odd/INBOX").difference().isEmpty());
  }

  /** M14: the same mails under other numbers are no second arrival. */
  @Test
  void takesARebuiltMailboxForTheSameMails() {
    byte[] mail = bytes(mail("numbered anew"));
    ODD.put(30, mail, "25-Mar-2020 09:00:00 +0800");
    Submission before = registered(mail);
    letter(before, "RECEIPT");
    ODD.renumber(7, 1);
    ODD.hangUp();
    byte[] next = bytes(mail("after the rebuild"));
    ODD.put(99, next, "25-Mar-2020 09:01:00 +0800");
    registered(next);
    Submission after = registered(mail);
    assertThat(after.receipts()).hasSize(2);
    assertThat(after.receipts().get(1).nativeId()).startsWith("odd/INBOX/7/");
    assertThat(
            jdbc.sql("select count(*) from letter where submission = ?")
                .param(before.number().value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /**
   * T01, T02: what the provider stamped counts, not when we looked and not what the sender says.
   */
  @Test
  void takesTheTimeOfTheProviderAndNotOfTheSender() {
    byte[] mail =
        bytes(
            mail("back-dated", "Date: Sun, 22 Mar 2020 08:00:00 +0800")
                .replace("08:59:30", "07:59:58"));
    ODD.put(40, mail, "25-Mar-2020 07:59:58 +0800");
    ODD.hangUp(); // what stands below the highest number is found by a whole listing alone
    Receipt receipt = registered(mail).first();
    Instant stamped = Instant.parse("2020-03-24T23:59:58Z");
    assertThat(receipt.remarks()).anyMatch(told -> told.contains("邮件自写的日期"));
    assertThat(offset(receipt.received())).isEqualTo(offset(receipt.sent().orElseThrow()));
    assertThat(receipt.received().interval().earliest())
        .isEqualTo(stamped.plus(settings.clock().offset()).truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant offset(TimeEvidence evidence) {
    return evidence.interval().earliest();
  }
}
