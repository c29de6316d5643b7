package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TrustClass;
import org.junit.jupiter.api.Test;

class MailJourneyTest extends MailOffice {
  private static String mail(String subject, String extra) {
    return """
        Received: from sender.test (sender.test [192.0.2.7])
         by %s (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800
        From: unit@sender.test
        To: office@intake.test
        Subject: %s
        Message-ID: <%s@sender.test>
        %sContent-Type: text/plain; charset=utf-8

        附件另送。
        """
        .formatted(PROVIDER, subject, Integer.toHexString(subject.hashCode()), extra);
  }

  @Test
  void givesAMailItsNumberAndItsReceipt() {
    byte[] mail = deliver(OFFICE, "INBOX", mail("first", ""));
    Submission registered = registered(mail);
    Receipt receipt = registered.first();
    assertThat(receipt.channel()).isEqualTo(Channel.EMAIL);
    assertThat(receipt.nativeId()).startsWith("office/INBOX/");
    assertThat(receipt.name()).isEqualTo("first.eml");
    assertThat(receipt.received().source()).isEqualTo("INTERNALDATE");
    assertThat(receipt.received().trust()).isEqualTo(TrustClass.A);
    assertThat(letter(registered, "RECEIPT")).contains(registered.number().value());
  }
}
