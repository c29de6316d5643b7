package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.carriers.OwnCertificate;
import cn.baosong.carriers.TlsDoor;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Ledger;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Reconciliation;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What mailboxes and their servers do to the office, each box a Kamelet of its own. */
class MailRowsJourneyTest extends MailOffice {
  private static final DateTimeFormatter IMAP =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final LocalDate BORN = LocalDate.of(1976, 5, 4);

  private static final OwnCertificate OWN = own();

  @Autowired private CamelContext camel;
  @Autowired private JdbcClient jdbc;
  @Autowired private Reconciliation reconciliation;
  @Autowired private MailFolders folders;
  @Autowired private Ledger ledger;
  @TempDir private Path folder;

  private static OwnCertificate own() {
    try {
      return OwnCertificate.forThisMachine();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] mail(String subject, String... extra) {
    return bytes(
        """
        From: unit@rows.test
        To: office@intake.test
        Subject: %s
        Message-ID: <%s@rows.test>
        %sContent-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(
                subject,
                Integer.toHexString(subject.hashCode()),
                extra.length == 0 ? "" : String.join("\n", extra) + "\n",
                subject));
  }

  private static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** As IMAP writes it, so long from now. */
  private static String stamp(Duration from) {
    return IMAP.format(Clock.systemUTC().instant().plus(from).atOffset(ZoneOffset.UTC));
  }

  private static String now() {
    return stamp(Duration.ZERO);
  }

  /** One more mailbox, as a route file adds it. */
  private void box(String name, String more) throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("kamelet:office-mailbox/" + name + "?mailbox=" + name + "&" + more)
                .routeId("pickup-" + name)
                .to("direct:receive-submission");
          }
        });
    camel.getRouteController().startRoute("pickup-" + name);
  }

  private static String at(ScriptedImap server, String poll) {
    return "host=127.0.0.1&protocol=imap&username=u&password=p&trustedHosts="
        + PROVIDER
        + "&poll="
        + poll
        + "&port="
        + server.port();
  }

  /** A box of the usual server, with a folder. */
  private static String usual(String user) {
    try {
      SERVER.getUserManager().createUser(user, user, PASSWORD);
    } catch (UserException impossible) {
      throw new IllegalStateException(impossible);
    }
    return "host=127.0.0.1&protocol=imap&poll=1s&username=%s&password=%s&port=%d"
        .formatted(user, PASSWORD, SERVER.getImap().getPort());
  }

  private void ends(String name) throws Exception {
    camel.getRouteController().stopRoute("pickup-" + name);
  }

  private Reconciliation.Source source(String name) {
    return reconciliation.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void isTold(String name, String cause) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                reconciliation.sources().stream()
                    .filter(s -> s.name().equals(name))
                    .anyMatch(s -> s.error().filter(e -> e.contains(cause)).isPresent()));
  }

  /** M03: two of one name and two of none, beside the package. */
  @Test
  void m03KeepsAllFourFilesOfOneNameAndOfNone() throws Exception {
    byte[] zip =
        Files.readAllBytes(
            HandMade.of(CALL.value(), "11999903MB00000035", "")
                .candidate("钱四", Identities.of(BORN, 611), BORN)
                .zip(folder.resolve("package.zip")));
    String mail =
        """
        From: four@rows.test
        To: office@intake.test
        Subject: four files
        Message-ID: <four@rows.test>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: application/zip; name=package.zip
        Content-Disposition: attachment; filename=package.zip
        Content-Transfer-Encoding: base64

        %s
        --b
        Content-Type: application/octet-stream; name=a.rpu
        Content-Disposition: attachment; filename=a.rpu

        one
        --b
        Content-Type: application/octet-stream; name=a.rpu
        Content-Disposition: attachment; filename=a.rpu

        two
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment

        three
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment

        four
        --b--
        """
            .formatted(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(zip));
    byte[] held = deliver(OFFICE, "INBOX", mail);
    Submission waiting = once(digest(held), SubmissionState.UNASSIGNED);
    assertThat(
            clerk()
                .posts(
                    "/submissions/" + waiting.number() + "/assignment",
                    "{\"call\":\"sx-bqw-2020\",\"unit\":\"11999903MB00000035\",\"reason\":\"落款\"}")
                .status())
        .isEqualTo(202);
    Submission opened = once(digest(held), SubmissionState.PROCESSED);
    assertThat(opened.documents())
        .extracting(document -> document.name())
        .contains("a.rpu", "a(2).rpu", "未命名-1", "未命名-2");
  }

  /** After registration: a star, and nothing else. */
  @Test
  void putsAStarOnWhatIsRegisteredWhereTheSettingSaysSo() throws Exception {
    box("star", usual("star@intake.test") + "&after=flag");
    byte[] held = deliver("star@intake.test", "INBOX", mail("a star"));
    registered(held);
    await()
        .atMost(PATIENCE)
        .until(() -> flags("star@intake.test", "INBOX", 1).contains(Flags.Flag.FLAGGED));
    assertThat(flags("star@intake.test", "INBOX", 1).contains(Flags.Flag.SEEN)).isFalse();
    ends("star");
  }

  /** After registration: into another folder, and from there it is not taken again. */
  @Test
  void movesWhatIsRegisteredWhereTheSettingSaysSo() throws Exception {
    String user = "moved@intake.test";
    box("moved", usual(user) + "&after=move&moveTo=Done");
    byte[] held = deliver(user, "INBOX", mail("to be moved"));
    registered(held);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                inFolder(
                    user,
                    "Done",
                    done -> {
                      assertThat(done.exists()).isTrue();
                      assertThat(done.getMessageCount()).isEqualTo(1);
                    }));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> inFolder(user, "INBOX", box -> assertThat(box.getMessageCount()).isZero()));
    byte[] next = deliver(user, "INBOX", mail("behind it"));
    registered(next);
    assertThat(registered(held).receipts()).hasSize(1);
    ends("moved");
  }

  /** D09: another process holds the box; when it is killed its lease ends, and this one goes on. */
  @Test
  void d09WaitsWhileAnotherProcessHoldsTheBoxAndTakesOverWhenItIsKilled() throws Exception {
    assertThat(folders.hold("shared", "INBOX", "another process", Duration.ofMinutes(5))).isTrue();
    ScriptedImap server = new ScriptedImap();
    byte[] mail = mail("in the shared box");
    server.put(1, mail, now());
    box("shared", at(server, "1s"));
    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    assertThat(server.commands()).noneMatch(command -> command.contains("SEARCH"));
    assertThat(submissions.byDigest(digest(mail))).isEmpty();

    jdbc.sql(
            "update mail_folder set lease_until = current_timestamp - interval '1' second"
                + " where mailbox = 'shared'")
        .update();
    assertThat(registered(mail).receipts()).hasSize(1);
    assertThat(folders.hold("shared", "INBOX", "another process", Duration.ofMinutes(5))).isFalse();
    ends("shared");
  }

  /** IDLE (RFC 2177): the server tells, and nobody waits for the next look. */
  @Test
  void registersAtOnceWhatTheServerTellsOf() throws Exception {
    ScriptedImap server = new ScriptedImap();
    server.offer("IDLE");
    box("idle", at(server, "20m"));
    await().atMost(PATIENCE).until(server::isWaitedFor);
    byte[] mail = mail("told by the server");
    server.put(1, mail, now());
    registered(mail);
    ends("idle");
  }

  /** SAVEDATE (RFC 8514): INTERNALDATE was set by whoever put the mail there. */
  @Test
  void believesNoStampThatSavedateContradicts() throws Exception {
    ScriptedImap server = new ScriptedImap();
    server.offer("SAVEDATE");
    byte[] moved = mail("put there by hand");
    byte[] honest = mail("came by itself");
    server.put(1, moved, stamp(Duration.ofDays(-9)), now());
    server.put(2, honest, stamp(Duration.ofDays(-9)), stamp(Duration.ofDays(-9)));
    box("saved", at(server, "1s"));
    Receipt doubtful = registered(moved).first();
    assertThat(doubtful.received().trust()).isEqualTo(TrustClass.C);
    assertThat(doubtful.remarks()).anyMatch(told -> told.contains("移入或导入"));
    assertThat(registered(honest).first().received().trust()).isEqualTo(TrustClass.A);
    assertThat(server.commands()).anyMatch(command -> command.contains("SAVEDATE"));
    ends("saved");
  }

  /** A slow line keeps nobody waiting but itself. */
  @Test
  void takesAMailOverASlowLineWhileOtherBoxesGoOn() throws Exception {
    ScriptedImap server = new ScriptedImap();
    server.slow(Duration.ofMillis(15));
    byte[] slow = mail("byte by byte");
    server.put(1, slow, now());
    box("slow", at(server, "1s"));
    await()
        .atMost(PATIENCE)
        .until(() -> server.commands().stream().anyMatch(command -> command.contains("BODY")));
    registered(deliver(OFFICE, "INBOX", mail("meanwhile")));
    assertThat(registered(slow).first().bytes()).isEqualTo(slow.length);
    ends("slow");
  }

  /** A mail that ends before the size that the server named is not taken for whole. */
  @Test
  void fetchesAgainWhatCameShorterThanAnnounced() throws Exception {
    ScriptedImap server = new ScriptedImap();
    byte[] mail = mail("cut short once");
    server.shorten(1);
    server.put(1, mail, now());
    box("short", at(server, "1s"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                reconciliation.sources().stream()
                    .filter(s -> s.name().equals("short/INBOX"))
                    .flatMap(s -> s.difference().stream())
                    .anyMatch(item -> item.tries() > 0));
    server.mend();
    String key = source("short/INBOX").difference().get(0).key().orElseThrow();
    assertThat(reconciliation.refetch("short/INBOX", key)).isTrue();
    assertThat(registered(mail).first().bytes()).isEqualTo(mail.length);
    ends("short");
  }

  /** NetEase: SELECT refused all the same; the clerk reads what to do. */
  @Test
  void saysWhatToDoWhereTheServerOpensNoFolder() throws Exception {
    ScriptedImap server = new ScriptedImap();
    server.refuseFolders(true);
    byte[] mail = mail("behind a refused folder");
    server.put(1, mail, now());
    box("refused", at(server, "1s"));
    isTold("refused/INBOX", "网易要求客户端身份");
    server.refuseFolders(false);
    registered(mail);
    await().atMost(PATIENCE).until(() -> source("refused/INBOX").error().isEmpty());
    ends("refused");
  }

  private Path certificate() throws IOException {
    return OWN.certificate(folder.resolve("own.pem"));
  }

  private static String secure(String user, String protocol, int port, String more) {
    usual(user);
    return "host=127.0.0.1&protocol=%s&poll=1s&username=%s&password=%s&port=%d%s"
        .formatted(protocol, user, PASSWORD, port, more);
  }

  @Test
  void readsABoxByImapsThatItsOwnCertificateProves() throws Exception {
    try (TlsDoor door = new TlsDoor(OWN, SERVER.getImap().getPort())) {
      String user = "imaps@intake.test";
      box("imaps", secure(user, "imaps", door.port(), "&certificates=" + certificate()));
      Receipt receipt = registered(deliver(user, "INBOX", mail("by imaps"))).first();
      assertThat(receipt.nativeId()).startsWith("imaps/INBOX/");
      assertThat(receipt.received().source()).isEqualTo("INTERNALDATE");
      ends("imaps");
    }
  }

  /** POP3 knows no INTERNALDATE: the provider's line is the evidence; nothing is deleted. */
  @Test
  void readsABoxByPop3sAndLeavesItAsItIs() throws Exception {
    try (TlsDoor door = new TlsDoor(OWN, SERVER.getPop3().getPort())) {
      String user = "pop3s@intake.test";
      box(
          "pop3s",
          secure(
              user,
              "pop3s",
              door.port(),
              "&trustedHosts=" + PROVIDER + "&certificates=" + certificate()));
      byte[] held =
          deliver(
              user,
              "INBOX",
              mail(
                  "by pop3s",
                  "Received: from a.test (a.test [192.0.2.7]) by "
                      + PROVIDER
                      + " with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800"));
      Receipt receipt = registered(held).first();
      assertThat(receipt.nativeId()).startsWith("pop3s/INBOX/uidl/");
      assertThat(receipt.received().source()).isEqualTo("Received by " + PROVIDER);
      assertThat(receipt.received().trust()).isEqualTo(TrustClass.A);
      registered(deliver(user, "INBOX", mail("behind it by pop3s")));
      assertThat(registered(held).receipts()).hasSize(1);
      inFolder(user, "INBOX", box -> assertThat(box.getMessageCount()).isEqualTo(2));
      ends("pop3s");
    }
  }

  @Test
  void speaksInSecretToAServerThatOffersIt() throws Exception {
    ScriptedImap server = new ScriptedImap();
    server.offerTls(OWN);
    byte[] mail = mail("by starttls");
    server.put(1, mail, now());
    box("starttls", at(server, "1s") + "&certificates=" + certificate());
    registered(mail);
    assertThat(server.commands().indexOf("STARTTLS"))
        .isNotNegative()
        .isLessThan(server.commands().indexOf("LOGIN"));
    ends("starttls");
  }

  /** N09, inwards: a certificate that proves nothing gets no password, and the clerk reads why. */
  @Test
  void n09GivesNoPasswordToAServerWhoseCertificateProvesNothing() throws Exception {
    ScriptedImap behind = new ScriptedImap();
    ScriptedImap upgrading = new ScriptedImap();
    upgrading.offerTls(OWN);
    try (TlsDoor door = new TlsDoor(OWN, behind.port())) {
      box(
          "unproven",
          at(behind, "1s")
              .replace("=imap&", "=imaps&")
              .replace("port=" + behind.port(), "port=" + door.port()));
      box("upgraded", at(upgrading, "1s"));
      isTold("unproven/INBOX", "证书不可信");
      isTold("upgraded/INBOX", "证书不可信");
      registered(deliver(OFFICE, "INBOX", mail("while two are unproven")));
      assertThat(behind.commands()).isEmpty();
      assertThat(upgrading.commands()).doesNotContain("LOGIN").noneMatch(c -> c.startsWith("AUTH"));
      ends("unproven");
      ends("upgraded");
    }
  }

  /** D09: the unique key decides, whatever the leases say. */
  @Test
  void d09RegistersOnceWhatTwoProcessesFetched(@Autowired Reception reception) throws Exception {
    byte[] mail = mail("fetched twice");
    ScriptedImap server = new ScriptedImap();
    server.put(1, mail, now());
    box("twice", at(server, "1s"));
    Receipt first = registered(mail).first();
    ends("twice");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both =
          List.of(
              two.submit(() -> reception.register(first)),
              two.submit(() -> reception.register(first)));
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      two.shutdown();
    }
    assertThat(registered(mail).receipts()).hasSize(1);
    assertThat(ledger.unknown(Channel.EMAIL, Set.of(first.nativeId(), "twice/INBOX/1/2")))
        .containsExactly("twice/INBOX/1/2");
  }
}
