package cn.baosong.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * camel-mail against a real SMTP and IMAP server: the carrier that mailboxes and letters will ride
 * on.
 */
class MailCarrierTest {
  private final GreenMail office =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });

  @BeforeEach
  void openThePostRoom() {
    office.start();
    office.setUser("office@example.org", "office@example.org", "secret");
  }

  @AfterEach
  void close() {
    office.stop();
  }

  @Test
  void carriesALetterOutAndAMailWithAChineseSubjectIn() throws Exception {
    List<String> subjects = new CopyOnWriteArrayList<>();
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("imap://127.0.0.1:%d?username=office@example.org&password=secret&delay=200&initialDelay=100&mapMailMessage=false"
                      .formatted(office.getImap().getPort()))
                  .process(
                      exchange ->
                          subjects.add(
                              exchange
                                  .getMessage(org.apache.camel.component.mail.MailMessage.class)
                                  .getOriginalMessage()
                                  .getSubject()));
            }
          });
      context.start();
      context
          .createProducerTemplate()
          .send(
              "smtp://127.0.0.1:%d".formatted(office.getSmtp().getPort()),
              exchange -> {
                exchange.getMessage().setHeader("From", "unit@example.org");
                exchange.getMessage().setHeader("To", "office@example.org");
                exchange.getMessage().setHeader("Subject", "示例市推荐材料");
                exchange.getMessage().setBody("附件请查收");
              });
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(subjects).containsExactly("示例市推荐材料"));
    }
  }
}
