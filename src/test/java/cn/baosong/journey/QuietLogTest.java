package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** What the structured log tells of packages, and what it keeps to itself (faults.md W09). */
class QuietLogTest extends MailOffice {
  private static final String NAME = "欧阳测试";
  private static final String IDENTITY = "000000197203150017";
  private static final String PHONE = "13800138000";
  private static final String ADDRESS = "ouyang.ceshi@unit.test";
  private static final String FORGED = "2026-03-31 INFO admin login";

  @Autowired private ProbeDesk probes;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> log = new OutputStreamAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    LoggerContext context = root.getLoggerContext();
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setFormat("ecs");
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setContext(context);
    encoder.start();
    log.setContext(context);
    log.setEncoder(encoder);
    log.setOutputStream(written);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
    log.stop();
  }

  private static String mail(String subject, String attachment, String bytes) {
    return "From: "
        + NAME
        + " <"
        + ADDRESS
        + ">\r\nSubject: "
        + subject
        + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + NAME
        + " "
        + IDENTITY
        + " "
        + PHONE
        + "\r\n--x\r\nContent-Type: application/zip\r\n"
        + "Content-Disposition: attachment; filename=\""
        + attachment
        + "\"\r\n\r\n"
        + bytes
        + "\r\n--x--\r\n";
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(StandardCharsets.UTF_8).split("\n")) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void complainsOfNoProbeThatCameBack() throws Exception {
    Probe sent = probes.send("office").orElseThrow();
    await()
        .atMost(PATIENCE)
        .until(
            () -> probes.of("office").arrived().filter(p -> p.id().equals(sent.id())).isPresent());
    registered(deliver(OFFICE, "INBOX", mail("behind the probe", "behind.zip", "no zip")));
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("onCompletion");
  }

  @Test
  void tellsOfPackagesByNumberAndOfNoPerson() throws Exception {
    String subject = NAME + " " + IDENTITY + " " + PHONE;
    Submission broken =
        registered(
            deliver(OFFICE, "INBOX", mail(subject, NAME + IDENTITY + ".zip", "PK not a zip")));
    Submission loose =
        registered(
            deliver(SECOND, "INBOX", mail("材料 " + NAME, PHONE + NAME + ".pdf", "%PDF-1.4 x")));
    org.slf4j.Logger library = LoggerFactory.getLogger("some.library");
    library.warn(
        "cannot read {}",
        IDENTITY + "x\n" + FORGED,
        new IOException("no " + PHONE + " of <" + ADDRESS + ">\n" + FORGED));
    String all = written.toString(StandardCharsets.UTF_8);
    assertThat(all)
        .contains(broken.number().value())
        .contains(loose.number().value())
        .doesNotContain(NAME)
        .doesNotContain(IDENTITY)
        .doesNotContain(PHONE)
        .doesNotContain("ouyang");
    assertThat(all.lines())
        .as("nobody writes a line of his own")
        .noneMatch(l -> l.startsWith(FORGED));
    JsonNode registered =
        lines().stream()
            .filter(line -> line.path("message").asText().contains(broken.number() + " registered"))
            .findFirst()
            .orElseThrow();
    assertThat(registered.path("channel").asText()).isEqualTo("email");
    assertThat(registered.path("route").asText()).isNotEmpty();
    JsonNode complaint =
        lines().stream()
            .filter(line -> line.path("log").path("logger").asText().equals(library.getName()))
            .findFirst()
            .orElseThrow();
    assertThat(complaint.path("error").path("stack_trace").asText())
        .contains("IOException")
        .contains("***");
  }
}
