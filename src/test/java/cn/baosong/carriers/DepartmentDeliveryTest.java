package cn.baosong.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.camel.Facts;
import cn.baosong.camel.delivery.CaseMails;
import cn.baosong.camel.delivery.HttpProof;
import cn.baosong.camel.delivery.SftpProof;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a department by the Kamelets of {@code routes/kamelets}, against real servers. */
class DepartmentDeliveryTest {
  private static final String NAME = "RX-2020-000001.zip";
  private static final byte[] CASE = new byte[300_000];

  private static OwnCertificate certificate;

  @TempDir Path temp;
  private DefaultCamelContext context;
  private Path bag;

  @BeforeAll
  static void oneCertificate() throws Exception {
    certificate = OwnCertificate.forThisMachine();
    new java.util.Random(7).nextBytes(CASE);
  }

  @BeforeEach
  void start() throws Exception {
    bag = Files.write(temp.resolve("bag"), CASE);
    context = new DefaultCamelContext();
    context.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
    context.getRegistry().bind("sftpProof", new SftpProof());
    context.getRegistry().bind("httpProof", new HttpProof());
    context.getRegistry().bind("caseMails", new CaseMails());
    context.start();
  }

  @AfterEach
  void stop() throws IOException {
    context.close();
  }

  private Exchange delivers(String kamelet) {
    return context
        .createProducerTemplate()
        .send(
            kamelet,
            exchange -> {
              exchange.getMessage().setBody(bag.toFile());
              exchange.getMessage().setHeader("CamelFileName", "../escape");
              exchange.setVariable(Facts.NAME, NAME);
              exchange.setVariable(Facts.DOSSIER, "RX-2020-000001");
              exchange.setVariable(Facts.DIGEST, DigestUtils.sha256Hex(CASE));
            });
  }

  private static String told(Exchange exchange) {
    return Stream.iterate((Throwable) exchange.getException(), t -> t != null, Throwable::getCause)
        .map(Throwable::getMessage)
        .collect(Collectors.joining(" / "));
  }

  private String sftp(SftpDepartment department) throws IOException {
    return "kamelet:department-sftp?host=127.0.0.1&port=%d&username=baosong&privateKey=%s&knownHosts=%s"
        .formatted(department.port(), department.privateKey(temp), department.knownHosts(temp));
  }

  @Test
  void laysACaseIntoTheInboxOfADepartmentOnceHoweverOftenItIsRepeated() throws Exception {
    try (SftpDepartment department = new SftpDepartment(temp).open()) {
      String way = sftp(department);
      assertThat(told(delivers(way))).isEmpty();
      assertThat(told(delivers(way))).isEmpty();
      assertThat(department.inbox()).isDirectoryContaining("glob:**" + NAME);
      assertThat(department.inbox().resolve(NAME)).hasBinaryContent(CASE);
      Files.writeString(department.inbox().resolve(NAME), "cut short by a crash");
      assertThat(told(delivers(way))).isEmpty();
      assertThat(department.inbox().resolve(NAME)).hasBinaryContent(CASE);
      assertThat(department.inbox().toFile().list()).containsExactly(NAME);
    }
  }

  @Test
  void sendsNothingToAServerWithAnotherHostKey() throws Exception {
    try (SftpDepartment department = new SftpDepartment(temp).openFalse()) {
      Exchange refused = delivers(sftp(department));
      assertThat(told(refused)).containsIgnoringCase("HostKey");
      assertThat(department.inbox()).isEmptyDirectory();
    }
  }

  @Test
  void putsACaseByHttpsAndTakesItForDeliveredWhenTheAnswerNamesItsDigest() throws Exception {
    try (HttpsDepartment department =
        new HttpsDepartment(temp, certificate, digest -> "{\"sha256\": \"" + digest + "\"}")) {
      assertThat(told(delivers(https(department) + "&token=t0ken"))).isEmpty();
      assertThat(department.taken(NAME)).hasBinaryContent(CASE);
      assertThat(department.asked).containsExactly("PUT " + NAME + " Bearer t0ken");
    }
  }

  @Test
  void takesAnAnswerWithoutTheDigestForNone() throws Exception {
    try (HttpsDepartment department = new HttpsDepartment(temp, certificate, digest -> "OK")) {
      assertThat(told(delivers(https(department)))).contains("没有回送");
    }
  }

  @Test
  void sendsNothingByHttpsToAServerWhoseCertificateNobodyTrusts() throws Exception {
    try (HttpsDepartment department = new HttpsDepartment(temp, certificate, digest -> digest)) {
      String untrusting = "kamelet:department-http?address=localhost:%d/cases";
      assertThat(told(delivers(untrusting.formatted(department.port()))))
          .contains("certification path");
      assertThat(department.asked).isEmpty();
    }
  }

  private String https(HttpsDepartment department) throws IOException {
    return "kamelet:department-http?address=localhost:%d/cases&certificates=%s"
        .formatted(department.port(), certificate.certificate(temp.resolve("ca.pem")));
  }

  @Test
  void mailsACaseWithItsDigestUnderTheSameIdEachTime() throws Exception {
    GreenMail post = post(ServerSetup.PROTOCOL_SMTP);
    try (TlsDoor door = new TlsDoor(certificate, post.getSmtp().getPort())) {
      assertThat(told(delivers(mail(door.port())))).isEmpty();
      assertThat(told(delivers(mail(door.port())))).isEmpty();
      MimeMessage[] arrived = post.getReceivedMessages();
      assertThat(arrived).hasSize(2);
      assertThat(arrived[0].getMessageID()).isEqualTo(arrived[1].getMessageID()).contains(NAME);
      assertThat(arrived[0].getSubject()).isEqualTo("报送全卷 RX-2020-000001");
      Multipart parts = (Multipart) arrived[0].getContent();
      assertThat((String) parts.getBodyPart(0).getContent()).contains(DigestUtils.sha256Hex(CASE));
      BodyPart enclosed = parts.getBodyPart(1);
      assertThat(enclosed.getFileName()).isEqualTo(NAME);
      try (InputStream bytes = enclosed.getInputStream()) {
        assertThat(bytes.readAllBytes()).isEqualTo(CASE);
      }
    } finally {
      post.stop();
    }
  }

  @Test
  void mailsNothingToAServerWhoseCertificateIsForAnotherName() throws Exception {
    GreenMail post = post(ServerSetup.PROTOCOL_SMTPS);
    try {
      assertThat(told(delivers(mail(post.getSmtps().getPort())))).isNotEmpty();
      assertThat(post.getReceivedMessages()).isEmpty();
    } finally {
      post.stop();
    }
  }

  @Test
  void saysOfACaseThatIsTooLargeForMailWhatElseToUse() throws Exception {
    Files.write(bag, new byte[2 << 20]);
    String way =
        "kamelet:department-mail?host=localhost&port=1&from=baosong@example.org&to=zjc@example.org&most=1";
    assertThat(told(delivers(way))).contains("请改用 SFTP");
  }

  private static GreenMail post(String protocol) {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    post.start();
    return post;
  }

  private String mail(int port) throws IOException {
    return "kamelet:department-mail?host=localhost&port=%d&from=baosong@example.org&to=zjc@example.org&certificates=%s"
        .formatted(port, certificate.certificate(temp.resolve("ca.pem")));
  }
}
