package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.desk.Reconciliation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mailbox between whose looks ten minutes lie: only the server's word wakes it (IDLE). */
class PatientMailboxTest extends MailOffice {
  @Autowired private CamelContext camel;
  @Autowired private Reconciliation reconciliation;

  private static byte[] mail(String subject) {
    return deliver(
        PATIENT,
        "INBOX",
        ("From: unit@sender.test\r\nSubject: " + subject + "\r\n\r\nhello\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private void isLookedInto() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                reconciliation.sources().stream()
                    .anyMatch(s -> s.name().equals("patient/INBOX") && s.lastLook().isPresent()));
  }

  @Test
  void registersAMailOfWhichTheServerTells() {
    isLookedInto();
    registered(mail("told by IDLE"));
  }

  @Test
  void isStoppedWithoutWaitingForTheNextLook() throws Exception {
    isLookedInto();
    assertThat(
            camel
                .getRouteController()
                .stopRoute("mailbox-patient", PATIENCE.toSeconds(), TimeUnit.SECONDS, true))
        .isTrue();
    camel.getRouteController().startRoute("mailbox-patient");
    registered(mail("after the stop"));
  }
}
