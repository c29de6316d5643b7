package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Mailings;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** X03, N01, N02, N07: whom the office answers, and whom it never does. */
class MisdirectedReplyTest extends MailOffice {
  private static final String REGISTERED = "rsj@shili.example.org";

  @Autowired Letters letters;
  @Autowired Mailings mailings;
  @Autowired Correspondences correspondences;

  private static String mail(String id, String headers, String body) {
    return """
    Received: from sender.test (sender.test [192.0.2.7])
     by %s (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800
    Message-ID: <%s@sender.test>
    %s

    %s
    """
        .formatted(PROVIDER, id, headers.strip(), body);
  }

  /** A naive reply went to the office itself and to everyone in the sender's Cc. */
  @Test
  void answersTheRegisteredAddressWhateverTheMailNames() throws Exception {
    Path zip =
        HandMade.of("sx-bqw-2020", "11999901MB00000012", "示例市人力资源和社会保障局")
            .candidate(
                "吴某某", Identities.of(LocalDate.of(1980, 1, 2), 871), LocalDate.of(1980, 1, 2))
            .zip(settings.home().resolve("misdirected.zip"));
    byte[] held =
        deliver(
            OFFICE,
            "INBOX",
            mail(
                "misdirected",
                """
                From: "office@intake.test" <%s>
                Sender: sender@evil.test
                Reply-To: replies@evil.test
                Return-Path: <bounces@evil.test>
                Disposition-Notification-To: receipts@evil.test
                To: office@intake.test
                Cc: everyone@other.test, office@intake.test
                Bcc: hidden@other.test
                Subject: =?UTF-8?B?5o6o6I2Q5p2Q5paZ?=
                MIME-Version: 1.0
                Content-Type: application/zip; name="package.zip"
                Content-Disposition: attachment; filename="package.zip"
                Content-Transfer-Encoding: base64
                """
                    .formatted(REGISTERED),
                Base64.getMimeEncoder().encodeToString(Files.readAllBytes(zip))));
    Submission submission = registered(held);
    Mailing told =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(submission.number()).stream()
                        .flatMap(letter -> mailings.ofLetter(letter.id()).stream())
                        .filter(mailing -> mailing.state() == MailingState.SENT)
                        .toList(),
                sent -> !sent.isEmpty())
            .get(0);
    assertThat(told.address()).isEqualTo(REGISTERED);
    for (MimeMessage answer : answers()) {
      assertThat(answer.getRecipients(Message.RecipientType.CC)).isNull();
      assertThat(answer.getRecipients(Message.RecipientType.BCC)).isNull();
      assertThat(answer.getHeader("From", null)).endsWith("<" + OFFICE + ">");
    }
    for (String stranger : List.of("sender", "replies", "bounces", "receipts")) {
      assertThat(box(stranger + "@evil.test")).as(stranger).isEmpty();
    }
    assertThat(box("everyone@other.test")).isEmpty();
    assertThat(box("hidden@other.test")).isEmpty();
    assertThat(box(OFFICE)).noneMatch(this::isLetter);

    Letter receipt = letters.find(told.letter()).orElseThrow();
    MimeMessage own =
        answers().stream().filter(a -> letterOf(a).equals(receipt.id())).findFirst().orElseThrow();
    byte[] back = leavesUnanswered("own letter", raw(own));
    assertThat(submissions.byDigest(digest(back))).isEmpty();
    assertThat(correspondences.of(submission.number()))
        .extracting(kept -> kept.mail().kind())
        .contains(Mail.Kind.OWN);
  }

  @Test
  void leavesWhatAMachineWroteUnanswered() {
    leavesUnanswered(
        "absence",
        mail(
            "absence",
            """
            From: %s
            To: office@intake.test
            Subject: Auto: away
            Auto-Submitted: auto-replied
            Content-Type: text/plain; charset=utf-8
            """
                .formatted(REGISTERED),
            "I am away."));
    leavesUnanswered(
        "QQ absence",
        mail(
            "qq-absence",
            """
            From: %s
            To: office@intake.test
            Subject: =?UTF-8?B?6Ieq5Yqo5Zue5aSNOuaUtuS7tuWbnuaJpw==?=
            Content-Type: text/plain; charset=utf-8
            """
                .formatted(REGISTERED),
            "这是来自QQ邮箱的假期自动回复邮件。您好，我最近正在休假中，无法亲自回复您的邮件。"));
  }

  /** Anybody can write our field into a mail: it is a delivery, which no machine answers. */
  @Test
  void registersWhatOnlyClaimsToBeALetterOfOurs() {
    Submission claiming =
        registered(
            deliver(
                OFFICE,
                "INBOX",
                mail(
                    "claiming",
                    """
                    From: %s
                    To: office@intake.test
                    Subject: claiming
                    X-Baosong-Letter: 00000000-0000-4000-8000-000000000000
                    """
                        .formatted(REGISTERED),
                    "not yours")));
    assertThat(claiming.mail().orElseThrow().isAnswerable()).isFalse();
    Letter receipt =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(claiming.number()).stream()
                        .filter(l -> l.kind() == LetterKind.RECEIPT)
                        .filter(l -> !mailings.ofLetter(l.id()).isEmpty())
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(mailings.ofLetter(receipt.id()))
        .extracting(Mailing::state)
        .containsOnly(MailingState.WITHHELD);
    assertThat(answers()).noneMatch(mail -> letterOf(mail).equals(receipt.id()));
  }

  /** What is delivered behind it is registered, and nothing was mailed on account of it. */
  private byte[] leavesUnanswered(String what, String raw) {
    byte[] held = deliver(OFFICE, "INBOX", raw);
    registered(
        deliver(
            OFFICE,
            "INBOX",
            mail(
                "behind-" + what.hashCode(),
                "From: stranger@sender.test\nTo: office@intake.test\nSubject: behind " + what,
                "next")));
    List<Letter> written =
        submissions.byDigest(digest(held)).map(s -> letters.of(s.number())).orElse(List.of());
    assertThat(written.stream().flatMap(l -> mailings.ofLetter(l.id()).stream()))
        .as(what)
        .isEmpty();
    return held;
  }

  private List<MimeMessage> answers() {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(this::isLetter).toList();
  }

  /** The field alone says nothing, since anybody can write it. */
  private boolean isLetter(MimeMessage mail) {
    return letters.find(letterOf(mail)).isPresent();
  }

  private static String letterOf(MimeMessage mail) {
    try {
      return String.valueOf(mail.getHeader("X-Baosong-Letter", null));
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** What lies in the mailbox of an address; one that never got anything has none. */
  private static List<MimeMessage> box(String address) throws FolderException {
    GreenMailUser owner = SERVER.getUserManager().getUserByEmail(address);
    return owner == null
        ? List.of()
        : SERVER.getManagers().getImapHostManager().getInbox(owner).getMessages().stream()
            .map(StoredMessage::getMimeMessage)
            .toList();
  }

  private static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
