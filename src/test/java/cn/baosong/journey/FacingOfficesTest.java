package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Probes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes back to a receipt: of another intake system, of a host, of a person who thanks. */
class FacingOfficesTest extends MailOffice {
  @Autowired Letters letters;
  @Autowired Mailings mailings;
  @Autowired Correspondences correspondences;
  @Autowired JdbcClient jdbc;
  @Autowired Probes probes;
  @Autowired ChannelDesk channels;

  private static String mail(String from, String subject, String... fields) {
    return """
    Received: from x.test (x.test [192.0.2.7])
     by %s (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800
    Message-ID: <%s@x.test>
    From: %s
    To: office@intake.test
    Subject: %s
    %sMIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    %s
    --b
    Content-Type: application/pdf; name=receipt.pdf
    Content-Disposition: attachment

    %%PDF-1.4
    --b--
    """
        .formatted(
            PROVIDER,
            UUID.randomUUID(),
            from,
            subject,
            fields.length == 0 ? "" : String.join("\n", fields) + "\n",
            UUID.randomUUID());
  }

  private static String words(String from, String subject, String letter, String text) {
    return """
    Received: from x.test (x.test [192.0.2.7])
     by %s (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800
    Message-ID: <%s@x.test>
    From: %s
    To: office@intake.test
    Subject: %s
    In-Reply-To: %s
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(PROVIDER, UUID.randomUUID(), from, subject, letter, text);
  }

  /** A delivery from a registered address, and its receipt once that was mailed. */
  private Letter receiptOf(String from) {
    Submission first = registered(deliver(OFFICE, "INBOX", mail(from, "first of " + from)));
    Letter receipt = receipt(first);
    mailing(receipt, MailingState.SENT);
    return receipt;
  }

  private Letter receipt(Submission submission) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                letters.of(submission.number()).stream()
                    .filter(l -> l.kind() == LetterKind.RECEIPT)
                    .filter(l -> !mailings.ofLetter(l.id()).isEmpty())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Mailing mailing(Letter letter, MailingState state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                mailings.ofLetter(letter.id()).stream().filter(m -> m.state() == state).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void isRegisteredAndNotAnswered(byte[] held) {
    Letter written = receipt(registered(held));
    assertThat(mailings.ofLetter(written.id()))
        .extracting(Mailing::state)
        .containsOnly(MailingState.WITHHELD);
    assertThat(sent(written)).isEmpty();
  }

  private static List<MimeMessage> sent(Letter letter) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(m -> field(m, "X-Baosong-Letter").equals(letter.id()))
        .toList();
  }

  private static String field(MimeMessage mail, String name) {
    try {
      return String.valueOf(mail.getHeader(name, null));
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** N02: the other office runs this very program and acknowledges our acknowledgement. */
  @Test
  void stopsAfterOneWhereTwoOfficesFaceEachOther() throws Exception {
    String other = "rsk@yiyuan.example.org";
    Letter receipt = receiptOf(other);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    sent(receipt).get(0).writeTo(ours);
    String theirs =
        ours.toString(StandardCharsets.ISO_8859_1)
            .replace(receipt.id(), UUID.randomUUID().toString())
            .replace("To: " + other, "To: nobody")
            .replace(OFFICE, other)
            .replace("To: nobody", "To: " + OFFICE);
    isRegisteredAndNotAnswered(
        deliver(OFFICE, "INBOX", theirs.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** N02: the other system encloses its own receipt and does not say that it is a machine. */
  @Test
  void stopsAfterOneWhereTheOtherSystemHidesThatItIsAMachine() {
    String other = "zjb@shigongshanglian.example.org";
    Letter receipt = receiptOf(other);
    String number = receipt.submission().orElseThrow().value();
    String id = "<baosong." + receipt.id() + "@intake.test>";
    isRegisteredAndNotAnswered(
        deliver(OFFICE, "INBOX", mail(other, "received", "In-Reply-To: " + id)));
    isRegisteredAndNotAnswered(
        deliver(OFFICE, "INBOX", mail(other, "Your letter " + number + " was received")));
    isRegisteredAndNotAnswered(
        deliver(OFFICE, "INBOX", mail(other, "received", "Auto-Submitted: auto-replied")));
  }

  /** A second package is a delivery of its own, and its receipt is due. */
  @Test
  void acknowledgesASecondPackageThatCameAsAnAnswer() {
    String unit = "rsj@jingkai.example.org";
    Letter receipt = receiptOf(unit);
    String id = "<baosong." + receipt.id() + "@intake.test>";
    String answer =
        mail(unit, "corrected", "In-Reply-To: " + id)
            .replace("application/pdf; name=receipt.pdf", "application/zip; name=a.zip");
    mailing(receipt(registered(deliver(OFFICE, "INBOX", answer))), MailingState.SENT);
  }

  /** M19: “收到，谢谢”. */
  @Test
  void keepsAThankYouWithItsCase() {
    String unit = "hr@dianli.example.org";
    Letter receipt = receiptOf(unit);
    byte[] held =
        deliver(
            OFFICE,
            "INBOX",
            words(unit, "re", "<baosong." + receipt.id() + "@intake.test>", "收到，谢谢。"));
    Correspondence kept = correspondence(receipt);
    assertThat(kept.mail().kind()).isEqualTo(Mail.Kind.REPLY);
    assertThat(kept.mail().text()).contains("收到，谢谢");
    assertThat(submissions.byDigest(digest(held))).isEmpty();
    assertThat(letters.of(receipt.submission().orElseThrow()))
        .filteredOn(l -> l.kind() == LetterKind.RECEIPT)
        .hasSize(1);
  }

  /**
   * M21: asked once; the password comes in the next mail, opens the package and is kept nowhere.
   */
  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.7z"})
  void opensAPackageByThePasswordThatComesAsAnAnswer(String name) throws Exception {
    String unit = "rsj@yangbanqu.example.org";
    String locked =
        mail(unit, "locked")
            .replace("application/pdf; name=receipt.pdf", "application/octet-stream; name=" + name)
            .replace("Content-Disposition: attachment", "Content-Transfer-Encoding: base64")
            .replace("%PDF-1.4", Base64.getMimeEncoder().encodeToString(locked(name)));
    Submission waiting = once(digest(deliver(OFFICE, "INBOX", locked)), SubmissionState.UNREADABLE);
    assertThat(submissions.isPutOff(waiting.number())).isTrue();
    Letter asked = letterOf(waiting, LetterKind.CORRECTION);
    answer(unit, asked, "密码：Wrong-1");
    await().atMost(PATIENCE).until(() -> opened(waiting, 2).state() == SubmissionState.UNREADABLE);
    answer(unit, asked, "抱歉，密码是：Bs-2020");
    await().atMost(PATIENCE).until(() -> opened(waiting, 3).state() == SubmissionState.UNASSIGNED);
    Submission open = opened(waiting, 3);
    assertThat(open.stated().call()).contains("某通知");
    assertThat(open.effective().received()).isEqualTo(waiting.effective().received());
    assertThat(letters.of(waiting.number()))
        .filteredOn(l -> l.kind() == LetterKind.CORRECTION)
        .hasSize(1);
    assertThat(correspondences.of(waiting.number()))
        .extracting(kept -> kept.mail().text().strip())
        .contains("抱歉，密码是：〔见原件〕");
    for (String table : List.of("event", "submission", "correspondence", "letter")) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " where doc like '%Bs-2020%'")
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private static byte[] locked(String name) throws IOException {
    if (name.endsWith(".7z")) {
      return lockedSevenZip("通知,某通知\n报送单位,某单位\n序号,姓名\n1,张三\n");
    }
    try (InputStream in =
        Objects.requireNonNull(
            FacingOfficesTest.class.getResourceAsStream("/mail/encrypted-aes.zip"))) {
      return in.readAllBytes();
    }
  }

  private static byte[] lockedSevenZip(String list) throws IOException {
    SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile seven = new SevenZOutputFile(bytes, "Bs-2020".toCharArray())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("报送清单.csv");
      seven.putArchiveEntry(entry);
      seven.write(list.getBytes(StandardCharsets.UTF_8));
      seven.closeArchiveEntry();
    }
    return Arrays.copyOf(bytes.array(), (int) bytes.size());
  }

  private Submission opened(Submission before, int originals) {
    Submission now = submissions.find(before.number()).orElseThrow();
    return now.originals().size() == originals ? now : before.in(SubmissionState.RECEIVED);
  }

  private void answer(String from, Letter letter, String text) {
    deliver(OFFICE, "INBOX", words(from, "re", "<baosong." + letter.id() + "@intake.test>", text));
  }

  private Letter letterOf(Submission submission, LetterKind kind) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                letters.of(submission.number()).stream().filter(l -> l.kind() == kind).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Correspondence correspondence(Letter letter) {
    return await()
        .atMost(PATIENCE)
        .until(() -> correspondences.of(letter.submission().orElseThrow()), kept -> !kept.isEmpty())
        .get(0);
  }

  /** N03: a delivery report with a null return path (RFC 3464). */
  @Test
  void putsTheUnitOnTheListOfCallsWhenAReportSaysThatItsMailboxIsGone() {
    String unit = "rsk@wenyan.example.org";
    Letter receipt = receiptOf(unit);
    byte[] report = deliver(OFFICE, "INBOX", report(unit, "baosong." + receipt.id()));
    Mailing back = mailing(receipt, MailingState.BOUNCED);
    assertThat(back.awaitsCall()).isTrue();
    assertThat(correspondence(receipt).mail().kind()).isEqualTo(Mail.Kind.BOUNCE);
    assertThat(submissions.byDigest(digest(report))).isEmpty();
  }

  @Test
  void paintsAChannelRedWithTheCauseWhenItsProbeComesBack() {
    Instant newest = probes.last("second").map(Probe::sent).orElse(Instant.EPOCH).plusSeconds(1);
    Probe probe = Probe.of(UUID.randomUUID().toString(), "second", newest);
    probes.save(probe);
    deliver(OFFICE, "INBOX", report(SECOND, "probe." + probe.id()));
    ChannelState red =
        await()
            .atMost(PATIENCE)
            .until(
                () -> channel("second/INBOX"),
                state -> state.signs().contains(ChannelState.Sign.PROBE_UNSENT));
    assertThat(red.level()).isEqualTo(ChannelState.Level.FAILED);
    assertThat(red.probe().flatMap(ProbeDesk.State::failure))
        .contains("5.1.1 550 5.1.1 user unknown");
    probes.forget(probe.sent().plusSeconds(1));
  }

  private ChannelState channel(String source) {
    return channels.of(Channel.EMAIL).stream()
        .filter(state -> state.source().name().equals(source))
        .findFirst()
        .orElseThrow();
  }

  /** As a host writes it that could not deliver. */
  private static String report(String to, String messageId) {
    return """
    Return-Path: <>
    Received: from mx.x.test (mx.x.test [192.0.2.9])
     by %s (Postfix) with ESMTPS id 2; Wed, 25 Mar 2020 09:01:30 +0800
    From: MAILER-DAEMON@x.test
    To: office@intake.test
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=r

    --r
    Content-Type: text/plain

    I am sorry.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.x.test

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 user unknown

    --r
    Content-Type: text/rfc822-headers

    Message-ID: <%s@intake.test>

    --r--
    """
        .formatted(PROVIDER, to, messageId);
  }
}
