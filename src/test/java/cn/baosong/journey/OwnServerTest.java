package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.desk.Reconciliation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnServerTest extends MailOffice {
  private static final byte[] MAIL =
      "From: unit@sender.test\r\nSubject: encrypted\r\n\r\nhello\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Autowired private Reconciliation reconciliation;

  @Test
  void trustsACertificateOfItsOwnThatTheSettingsName() {
    OWN.imap().put(1, MAIL, "25-Mar-2020 09:00:00 +0800");
    assertThat(registered(MAIL).first().nativeId()).startsWith("own/INBOX/");
  }

  @Test
  void sendsNoPasswordToAServerWhoseCertificateItDoesNotKnow() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(reconciliation.sources())
                    .filteredOn(source -> source.name().equals("strange/INBOX"))
                    .allSatisfy(source -> assertThat(source.error().orElse("")).contains("证书"))
                    .hasSize(1));
    assertThat(STRANGE.imap().commands()).doesNotContain("LOGIN");
  }

  private static byte[] inPop3(String subject) {
    String mail = "From: unit@sender.test\r\nSubject: " + subject + "\r\n\r\nhello\r\n";
    OWN.pop3().put(mail);
    return mail.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void findsOverPop3WhatCameSinceTheLastLook() {
    assertThat(registered(inPop3("first")).first().nativeId()).startsWith("pop/INBOX/uidl/");
    registered(inPop3("second"));
    registered(inPop3("third"));
    assertThat(OWN.pop3().commands()).doesNotContain("DELE");
  }
}
