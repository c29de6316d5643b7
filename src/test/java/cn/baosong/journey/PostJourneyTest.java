package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Submission;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters by mail through the running office. */
class PostJourneyTest extends PostOffice {
  @AfterEach
  void behaves() {
    LINE.forget();
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
}
