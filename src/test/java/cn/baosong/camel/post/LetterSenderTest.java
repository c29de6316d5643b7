package cn.baosong.camel.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.MailFailure;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line to the server, well and ill. */
class LetterSenderTest {
  @TempDir Path folder;

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });
  private ScriptedLine line;

  @BeforeEach
  void open() {
    server.start();
    server.setUser("office@example.org", "office@example.org", "secret");
    line = new ScriptedLine(server.getSmtp().getPort());
  }

  @AfterEach
  void close() throws Exception {
    line.close();
    server.stop();
  }

  private LetterSender sender(int port, SmtpLine.Security security) {
    return new LetterSender(
        new SmtpLine(
            "127.0.0.1",
            port,
            security,
            "office@example.org",
            "secret",
            "office@example.org",
            Optional.empty()),
        Clock.systemUTC());
  }

  private OutgoingMail mail(LetterSender sender, String... to) throws Exception {
    return new MailMaker(Covers.SENDER, moment -> moment)
        .make(sender.getSession(), Covers.outgoing(folder, LetterKind.RECEIPT, "函.pdf", to));
  }

  private MailFailure failure(LetterSender sender) throws Exception {
    OutgoingMail mail = mail(sender, "unit@example.org");
    return catchThrowableOfType(NotTaken.class, () -> sender.send(mail)).failure();
  }

  @Test
  void handsOverOneConnectionAndKeepsTheAnswer() throws Exception {
    try (LetterSender sender = sender(line.port(), SmtpLine.Security.PLAIN)) {
      line.once(".", "", "250 OK queued as ABC");
      OutgoingMail mail = mail(sender, "unit@example.org", "second@example.org");
      sender.send(mail);
      sender.send(mail(sender, "unit@example.org"));
      assertThat(mail.answer()).contains(new ServerAnswer(250, "OK queued as ABC"));
      assertThat(server.getReceivedMessages()).hasSize(2);
      assertThat(line.heard()).filteredOn(said -> said.startsWith("EHLO")).hasSize(1);
      assertThat(line.heard()).noneMatch(said -> said.contains("RCPT TO:<second@example.org>"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HELLO | 554 too many connections from your IP, too many           | FREQUENCY          | true
          HELLO | 421 closing                                               | CLOSED             | true
          AUTH  | 535 Error: authentication failed, authorization code      | NOT_AUTHENTICATED  | true
          MAIL  | 501 mail from address must be same as authorization user  | SENDER_NOT_ALLOWED | true
          MAIL  | 550 MI:DMC user has sent too many letters today           | FREQUENCY          | true
          MAIL  | 552 5.3.4 message size exceeds limit                      | TOO_LARGE          | false
          RCPT  | 450 4.2.1 busy                                            | TEMPORARY          | false
          RCPT  | 550 5.1.1 user unknown                                    | UNKNOWN_ADDRESS    | false
          RCPT  | 550 Ip frequency limited                                  | FREQUENCY          | false
          .     | 554 DT:SPM smtp5                                          | SPAM               | false
          .     | 451 try later                                             | TEMPORARY          | false
          .     | CUT                                                       | CUT                | false
          DATA  | CUT                                                       | CUT                | false
          """)
  void tellsWhatFailedAndWhetherTheLetterWasToBlame(
      String command, String answer, MailCause cause, boolean beforeLetter) throws Exception {
    line.always(command, "", answer);
    try (LetterSender sender = sender(line.port(), SmtpLine.Security.PLAIN)) {
      MailFailure failure = failure(sender);
      assertThat(failure.cause()).as(failure.toString()).isEqualTo(cause);
      assertThat(failure.beforeLetter()).isEqualTo(beforeLetter);
      line.forget();
      sender.send(mail(sender, "unit@example.org"));
    }
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    int port = line.port();
    line.close();
    try (LetterSender sender = sender(port, SmtpLine.Security.IMPLICIT)) {
      assertThat(failure(sender).cause()).isEqualTo(MailCause.UNREACHABLE);
    }
  }

  /** N09: what stands in between takes STARTTLS out of the server's answer. */
  @Test
  void saysNothingInClearWhenStartTlsWasStripped() throws Exception {
    try (LetterSender sender = sender(line.port(), SmtpLine.Security.STARTTLS)) {
      MailFailure failure = failure(sender);
      assertThat(failure.cause()).isEqualTo(MailCause.NOT_ENCRYPTED);
      assertThat(failure.beforeLetter()).isTrue();
      assertThat(line.heard()).noneMatch(said -> said.matches("(?i)(AUTH|MAIL|RCPT|DATA).*"));
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  /** N09: the server's certificate is signed by nobody that the machine knows. */
  @Test
  void sendsNothingToAServerWhoseCertificateProvesNothing() throws Exception {
    try (LetterSender sender = sender(server.getSmtps().getPort(), SmtpLine.Security.IMPLICIT)) {
      MailFailure failure = failure(sender);
      assertThat(failure.cause()).isEqualTo(MailCause.NOT_ENCRYPTED);
      assertThat(failure.beforeLetter()).isTrue();
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }
}
