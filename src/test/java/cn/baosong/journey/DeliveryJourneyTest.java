package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.carriers.HttpsDepartment;
import cn.baosong.carriers.OwnCertificate;
import cn.baosong.carriers.SftpDepartment;
import cn.baosong.carriers.TlsDoor;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Three departments with an endpoint of their own, each by a short route over a Kamelet. */
class DeliveryJourneyTest extends RunningOffice {
  private static final String ROUTE =
      """
      - route:
          id: deliver-%1$s
          description: A department's own way.
          from:
            uri: direct
            parameters: {name: deliver-%1$s}
            steps:
              - to: {uri: kamelet, parameters: {%2$s}}
      """;

  private static Path folder;
  private static SftpDepartment sftp;
  private static HttpsDepartment https;
  private static GreenMail post;
  private static TlsDoor door;

  @DynamicPropertySource
  static void withDepartmentsThatCannotBeReachedYet(DynamicPropertyRegistry registry)
      throws Exception {
    at("2023-10-10T09:00:00+08:00", registry);
    folder = Files.createTempDirectory("baosong-departments");
    OwnCertificate certificate = OwnCertificate.forThisMachine();
    String trusted = certificate.certificate(folder.resolve("ca.pem")).toString();
    sftp = new SftpDepartment(folder).openFalse();
    https = new HttpsDepartment(folder, certificate, digest -> digest);
    https.close();
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    door = new TlsDoor(certificate, post.getSmtp().getPort());
    door.close();

    Path routes = OwnForms.copied(Path.of("routes"));
    route(
        routes,
        "yl-zjc",
        "templateId: department-sftp, host: 127.0.0.1, port: %d, username: baosong, privateKey: %s, knownHosts: %s"
            .formatted(sftp.port(), sftp.privateKey(folder), sftp.knownHosts(folder)));
    route(
        routes,
        "yl-zjnl",
        "templateId: department-http, address: 'localhost:%d/cases', certificates: %s"
            .formatted(https.port(), trusted));
    route(
        routes,
        "yl-rckf",
        "templateId: department-mail, host: localhost, port: %d, from: baosong@example.org, to: rckf@example.org, certificates: %s"
            .formatted(door.port(), trusted));
    registry.add("baosong.routes", routes::toString);
    Path forms = OwnForms.copied(Path.of("forms"));
    Invented.laidInto(forms, Invented.MAIN);
    registry.add("baosong.forms", forms::toString);
  }

  private static void route(Path routes, String department, String kamelet) throws Exception {
    Files.writeString(
        routes.resolve("deliver-" + department + ".camel.yaml"),
        ROUTE.formatted(department, kamelet));
  }

  @AfterAll
  static void closeTheDepartments() throws Exception {
    sftp.close();
    https.close();
    door.close();
    post.stop();
  }

  @Test
  void deliversEachCaseOnceWhenItsDepartmentCanBeReachedAndTellsUntilThenWhyNot() throws Exception {
    HandMade city = Invented.list(Invented.MAIN, "11999901MB00000012", "示例市人力资源和社会保障局");
    Invented.sending(city, "名师", "云甲", 1);
    Invented.sending(city, "巧匠", "云乙", 2);
    Invented.sending(city, "基层专项", "云丙", 3);
    Submission submission = once(drop(city, "three.zip"), SubmissionState.PROCESSED);
    List<Dossier> people = dossiersOf(submission);

    await().atMost(PATIENCE).until(() -> failures().size() == 3);
    assertThat(reason(people.get(0))).contains("deliver-yl-zjc", "HostKey has been changed");
    assertThat(reason(people.get(1))).contains("deliver-yl-zjnl", "refused");
    assertThat(reason(people.get(2))).contains("deliver-yl-rckf", "refused");
    assertThat(sftp.inbox()).isEmptyDirectory();

    sftp.close();
    sftp.open();
    https.open();
    door.open();
    for (JsonNode failure : failures()) {
      // 404 where it was tried again of itself just now
      assertThat(clerk().posts("/failures/" + failure.get("id").asText() + "/retry", "").status())
          .isIn(202, 404);
    }
    await().atMost(PATIENCE).until(() -> people.stream().noneMatch(d -> story(d).isEmpty()));
    assertThat(failures()).isEmpty();

    byte[] bySftp = Files.readAllBytes(sftp.inbox().resolve(people.get(0).number() + ".zip"));
    byte[] byHttps = Files.readAllBytes(https.taken(people.get(1).number() + ".zip"));
    assertThat(sftp.inbox().toFile().list()).hasSize(1);
    assertThat(https.asked).hasSize(1);
    assertThat(story(people.get(0))).containsExactly("deliver-yl-zjc " + brief(bySftp));
    assertThat(story(people.get(1))).containsExactly("deliver-yl-zjnl " + brief(byHttps));
    assertThat(story(people.get(2))).containsExactly("deliver-yl-rckf " + brief(mailed()));
  }

  private static byte[] mailed() throws Exception {
    MimeMessage[] arrived = post.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    try (var enclosed = ((Multipart) arrived[0].getContent()).getBodyPart(1).getInputStream()) {
      return enclosed.readAllBytes();
    }
  }

  private List<JsonNode> failures() {
    return clerk().lists("/failures?step=DELIVER");
  }

  private String reason(Dossier dossier) {
    return failures().stream()
        .filter(failure -> failure.get("subject").asText().equals(dossier.number().value()))
        .map(failure -> failure.get("reason").asText())
        .findFirst()
        .orElseThrow();
  }

  /** What the dossier's story tells of its delivery. */
  private List<String> story(Dossier dossier) {
    return clerk()
        .reads("/dossiers/" + dossier.number())
        .get("timeline")
        .findParents("kind")
        .stream()
        .filter(event -> event.get("kind").asText().equals("CASE_DELIVERED"))
        .map(event -> event.get("reason").asText())
        .toList();
  }

  private static String brief(byte[] bag) {
    return digest(bag).brief();
  }
}
