package cn.baosong.journey;

import static org.awaitility.Awaitility.await;

import cn.baosong.camel.post.ScriptedLine;
import cn.baosong.carriers.OwnCertificate;
import cn.baosong.carriers.TlsDoor;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Mailings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A running office whose letters leave by mail, over an encrypted line that can be told to
 * misbehave.
 */
abstract class PostOffice extends RunningOffice {
  static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final AtomicInteger PEOPLE = new AtomicInteger(500);
  private static final LocalDate BORN = LocalDate.of(1976, 7, 1);
  static final ScriptedLine LINE = line();
  static final OwnCertificate CERTIFICATE = certificate();

  /** The office knows the server by its own certificate and speaks to it through TLS alone. */
  static final TlsDoor DOOR = door();

  @Autowired Mailings mailings;
  @Autowired MailingDesk post;
  @Autowired Letters letters;

  private static ScriptedLine line() {
    SERVER.start();
    return new ScriptedLine(SERVER.getSmtp().getPort());
  }

  private static OwnCertificate certificate() {
    try {
      return OwnCertificate.forThisMachine();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static TlsDoor door() {
    try {
      return new TlsDoor(CERTIFICATE, LINE.port());
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String pem() {
    try {
      return CERTIFICATE.certificate(Files.createTempFile("baosong-smtp", ".pem")).toString();
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
  }

  @DynamicPropertySource
  static void withAMailServer(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    String pem = pem();
    registry.add("baosong.smtp.host", () -> "localhost");
    registry.add("baosong.smtp.port", DOOR::port);
    registry.add("baosong.smtp.tls", () -> "implicit");
    registry.add("baosong.smtp.certificates", () -> pem);
    registry.add("baosong.smtp.from", () -> "office@example.org");
    registry.add("baosong.smtp.pacing", () -> "*=PT0S");
    registry.add("baosong.smtp.retry", () -> "PT1S");
    registry.add("baosong.smtp.rest", () -> "PT2S");
  }

  /** A package with one candidate, until it is through. */
  Submission delivered(String unit, String name, String file) throws IOException {
    return once(
        drop(
            HandMade.of("sx-bqw-2020", unit, name)
                .candidate("赵某某", Identities.of(BORN, PEOPLE.incrementAndGet()), BORN),
            file),
        SubmissionState.PROCESSED);
  }

  Letter letterOf(Submission submission, LetterKind kind) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                letters.of(submission.number()).stream()
                    .filter(l -> l.kind() == kind && l.state() == LetterState.SENT)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The first mailing of a letter, once it stands so. */
  Mailing mailing(Letter letter, MailingState state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                mailings.ofLetter(letter.id()).stream().filter(m -> m.state() == state).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** What has arrived of a letter. */
  List<MimeMessage> arrived(Letter letter) {
    return Arrays.stream(SERVER.getReceivedMessages()).filter(m -> isOf(m, letter)).toList();
  }

  private static boolean isOf(MimeMessage mail, Letter letter) {
    try {
      return letter.id().equals(mail.getHeader("X-Baosong-Letter", null));
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
