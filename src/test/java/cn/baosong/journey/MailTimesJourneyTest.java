package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.config.OfficeClock;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Reconciliation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The night after the last day of the Shanxi call: an office that comes back after midnight and
 * finds what arrived meanwhile. Each test looks into a mailbox of its own, as the office remembers
 * it.
 */
class MailTimesJourneyTest extends RunningOffice {
  private static final String PROVIDER = "mx.intake.test";
  private static final LocalDate BORN = LocalDate.of(1979, 8, 7);
  private static final DateTimeFormatter IMAP =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final DateTimeFormatter MAIL =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final AtomicInteger SERIAL = new AtomicInteger(901);

  @Autowired private CamelContext camel;
  @Autowired private JdbcClient jdbc;
  @Autowired private Letters letters;
  @Autowired private Reconciliation reconciliation;
  @Autowired private Disk disk;
  @Autowired private Steered steered;
  @TempDir private Path folder;

  @DynamicPropertySource
  static void afterMidnight(DynamicPropertyRegistry registry) {
    at("2020-04-01T00:21:00+08:00", registry);
    Duration ahead =
        Duration.between(
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
            LocalDateTime.parse("2020-04-01T00:21:00").toInstant(ZoneOffset.ofHours(8)));
    registry.add("baosong.clock.offset", ahead::toString);
    Path routes = OwnForms.copied(Path.of("routes"));
    registry.add("baosong.routes", () -> FIFTH.addedTo(routes).toString());
  }

  /** A disk that may be full. */
  static final class Disk implements Intake {
    volatile Optional<String> full = Optional.empty();

    @Override
    public Optional<String> closed() {
      return full;
    }
  }

  /** The machine's clock, which somebody may set. */
  static final class Steered extends Clock {
    volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("nobody asks");
    }
  }

  @TestConfiguration
  static class Machine {
    @Bean
    @Primary
    Disk diskOfTheTest() {
      return new Disk();
    }

    @Bean
    Steered steered() {
      return new Steered();
    }

    @Bean
    @Primary
    OfficeClock steeredClock(Steered machine, cn.baosong.settings.BaosongSettings settings) {
      return new OfficeClock(machine, settings.clock().offset());
    }
  }

  /** The mailbox that a route file adds, as routes/README.md shows it. */
  private record Fifth(ScriptedImap server) {
    Path addedTo(Path routes) {
      try {
        String guide = Files.readString(Path.of("routes/README.md"), StandardCharsets.UTF_8);
        int start = guide.indexOf('\n', guide.indexOf("# routes/pickup-city.camel.yaml")) + 1;
        String file =
            guide
                .substring(start, guide.indexOf("```", start))
                .replace("imap.example.org", "127.0.0.1, protocol: imap, port: " + server.port())
                .replace("{{env:CITY_MAILBOX}}", "p")
                .replace("mx.example.org", PROVIDER);
        assertThat(file.strip().lines()).hasSizeLessThanOrEqualTo(6);
        Files.writeString(routes.resolve("pickup-city.camel.yaml"), file, StandardCharsets.UTF_8);
        return routes;
      } catch (IOException disk) {
        throw new IllegalStateException(disk);
      }
    }
  }

  private static final Fifth FIFTH = new Fifth(server());

  private static ScriptedImap server() {
    try {
      return new ScriptedImap();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The machine's own time at a moment of the office. */
  private Instant machine(String office) {
    return LocalDateTime.parse(office).toInstant(ZoneOffset.ofHours(8)).minus(offset());
  }

  private Duration offset() {
    return settings.clock().offset();
  }

  private String stamp(DateTimeFormatter how, String office) {
    return how.format(machine(office).atOffset(ZoneOffset.ofHours(8)));
  }

  private Instant office(String moment) {
    return LocalDateTime.parse(moment).toInstant(ZoneOffset.ofHours(8));
  }

  /** A mailbox that the office last looked into at a moment; empty for never. */
  private void box(String name, ScriptedImap server, String lastLook) throws Exception {
    if (!lastLook.isEmpty()) {
      jdbc.sql(
              "insert into mail_folder (mailbox, folder, looked_at, cleared_at)"
                  + " values (?, 'INBOX', ?, ?)")
          .params(name, Timestamp.from(machine(lastLook)), Timestamp.from(machine(lastLook)))
          .update();
    }
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("kamelet:office-mailbox/"
                    + name
                    + "?mailbox="
                    + name
                    + "&host=127.0.0.1&protocol=imap&poll=1s&password=p&trustedHosts="
                    + PROVIDER
                    + "&username="
                    + name
                    + "&port="
                    + server.port())
                .routeId("pickup-" + name)
                .to("direct:receive-submission");
          }
        });
    camel.getRouteController().startRoute("pickup-" + name);
  }

  /** A unit that may be spoken for by an address that the provider found genuine. */
  private enum Unit {
    SHILI("11999901MB00000012", "rsj@shili.example.org"),
    YANGBAN("11999902MB0000002K", "rsj@yangban.example.org"),
    FANLI("11999903MB00000035", "rsj@fanli.example.org"),
    EDU("11999900MB0000004W", "rsc@edu.example.org"),
    HEALTH("11999900MB00000050", "rsc@health.example.org"),
    INDUSTRY("11999900MB00000063", "rsc@industry.example.org"),
    AGRI("11999900MB00000076", "rsc@agri.example.org"),
    UNIV("12999900MB00000086", "rsc@univ.example.org");

    final String code;
    final String address;

    Unit(String code, String address) {
      this.code = code;
      this.address = address;
    }
  }

  /**
   * A mail with a package.
   *
   * @param taken when the provider took it; no line of it when empty
   * @param lines further fields on top of the sender's own
   */
  private byte[] mail(Unit unit, String taken, String... lines) throws IOException {
    int serial = SERIAL.addAndGet(2);
    Path zip =
        HandMade.of(CALL.value(), unit.code, "")
            .candidate(
                "候" + "甲乙丙丁戊己庚辛壬癸".charAt(serial / 2 % 10) + "某", Identities.of(BORN, serial), BORN)
            .zip(folder.resolve(serial + ".zip"));
    String provider =
        taken.isEmpty()
            ? ""
            : """
              Received: from relay.test (relay.test [192.0.2.7])
               by %s (Postfix) with ESMTPS id %d; %s
              """
                .formatted(PROVIDER, serial, stamp(MAIL, taken));
    String mail =
        """
        Authentication-Results: %s; dkim=pass header.d=%s
        %s%sFrom: %s
        To: office@intake.test
        Subject: package %d
        Message-ID: <times-%d@relay.test>
        MIME-Version: 1.0
        Content-Type: application/zip; name="package.zip"
        Content-Disposition: attachment; filename="package.zip"
        Content-Transfer-Encoding: base64

        %s
        """
            .formatted(
                PROVIDER,
                unit.address.substring(unit.address.indexOf('@') + 1),
                provider,
                lines.length == 0 ? "" : String.join("\n", lines) + "\n",
                unit.address,
                serial,
                serial,
                Base64.getMimeEncoder(76, new byte[] {'\n'})
                    .encodeToString(Files.readAllBytes(zip)));
    return bytes(mail);
  }

  private static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] note(String subject) {
    return bytes("From: a@relay.test\nSubject: %s\n\nnothing enclosed\n".formatted(subject));
  }

  private Submission registered(byte[] mail) {
    Digest digest = digest(mail);
    return await()
        .atMost(PATIENCE)
        .until(() -> submissions.byDigest(digest), Optional::isPresent)
        .orElseThrow();
  }

  private Dossier decided(byte[] mail) {
    Submission opened = once(digest(mail), SubmissionState.PROCESSED);
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                dossiersOf(opened).stream()
                    .filter(d -> d.state() != DossierState.RECEIVED)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private JsonNode evidence(Dossier dossier) {
    return clerk().reads("/dossiers/" + dossier.number()).get("evidence");
  }

  private String page(String path) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder()
            .encodeToString("admin:journey-Only-1".getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Basic " + basic)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  private Reconciliation.Source source(String name) {
    return reconciliation.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** T01: a verdict by the provider's stamp, beside the outage of our own. */
  @Test
  void t01AcceptsWhatTheProviderHadBeforeMidnightThoughNobodyLookedForHours() throws Exception {
    byte[] mail = mail(Unit.SHILI, "2020-03-31T23:59:57");
    ScriptedImap server = server();
    server.put(1, mail, stamp(IMAP, "2020-03-31T23:59:58"));
    box("t01", server, "2020-03-31T20:00:00");

    Dossier dossier = decided(mail);
    assertThat(dossier.state())
        .as("%s", decisionOn(dossier).findings())
        .isEqualTo(DossierState.ACCEPTED);
    Receipt receipt = registered(mail).first();
    assertThat(receipt.received().interval())
        .isEqualTo(Interval.second(office("2020-03-31T23:59:58")));
    assertThat(receipt.received().trust()).isEqualTo(TrustClass.A);
    assertThat(receipt.outage().orElseThrow().earliest()).isEqualTo(office("2020-03-31T20:00:00"));
    JsonNode shown = evidence(dossier);
    assertThat(shown.at("/outage/began").asText()).startsWith("2020-03-31T20:00");
    assertThat(shown.at("/outage/ended").asText()).startsWith("2020-04-01T00:");
    assertThat(letter(registered(mail), "RECEIPT")).contains("2020年3月31日 23:59:58");
    assertThat(
            jdbc.sql(
                    "select count(*) from outage where source = 't01/INBOX' and ended_at is not null")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /** T02: the sender's own date is shown beside the receipt and counts for nothing. */
  @Test
  void t02CallsLateWhatCameLateHoweverItIsDated() throws Exception {
    byte[] mail =
        mail(Unit.YANGBAN, "2020-04-01T00:20:09", "Date: " + stamp(MAIL, "2020-03-29T00:20:09"));
    ScriptedImap server = server();
    server.put(1, mail, stamp(IMAP, "2020-04-01T00:20:10"));
    box("t02", server, "2020-04-01T00:20:00");

    Dossier dossier = decided(mail);
    assertThat(dossier.state())
        .as("%s", decisionOn(dossier).findings())
        .isEqualTo(DossierState.REJECTED);
    assertThat(decisionOn(dossier).findings()).anyMatch(f -> f.code() == FindingCode.LATE);
    assertThat(evidence(dossier).get("remarks").toString())
        .contains("2020-03-29 00:20:09", "2020-04-01 00:20:10", "不作为依据");
    Letter refusal =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(dossier.submission()).stream()
                        .filter(l -> l.kind() == LetterKind.NOT_ACCEPTED)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(refusal.sections().toString()).contains("2020-03-29 00:20:09", "2020年4月1日 00:20:10");
  }

  /**
   * T03: sent in time, received late; by the notice the one counts for the paper, a person decides.
   */
  @Test
  void t03LeavesToAPersonWhatWasSentBeforeMidnightAndCameAfterItAndPrintsBothTimes()
      throws Exception {
    byte[] mail = mail(Unit.FANLI, "2020-03-31T23:50:00");
    ScriptedImap server = server();
    server.put(1, mail, stamp(IMAP, "2020-04-01T00:20:00"));
    box("t03", server, "2020-04-01T00:19:50");

    Dossier dossier = decided(mail);
    assertThat(dossier.state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(decisionOn(dossier).findings())
        .noneMatch(f -> f.code() == FindingCode.LATE)
        .anyMatch(f -> f.code() == FindingCode.PART_LATE);
    assertThat(letter(registered(mail), "PENDING"))
        .contains("2020年3月31日 23:50:00", "2020年4月1日 00:20:00");
  }

  /** T03: another host's stamp before midnight, within the time in transit, decides nothing. */
  @Test
  void t03LeavesToAPersonWhatMayHaveBeenOnItsWayAtMidnight() throws Exception {
    byte[] mail =
        mail(
            Unit.EDU,
            "2020-04-01T00:20:00",
            "Received: from desk (desk [192.168.0.9]) by relay.test; "
                + stamp(MAIL, "2020-03-31T23:50:00"));
    ScriptedImap server = server();
    server.put(1, mail, stamp(IMAP, "2020-04-01T00:20:01"));
    box("t03b", server, "2020-04-01T00:19:50");

    Dossier dossier = decided(mail);
    assertThat(dossier.state())
        .as("%s", decisionOn(dossier).findings())
        .isEqualTo(DossierState.IN_REVIEW);
    assertThat(decisionOn(dossier).findings())
        .anyMatch(f -> f.code() == FindingCode.TIME_UNDETERMINED);
    assertThat(evidence(dossier).at("/sent/earliest").asText()).startsWith("2020-03-31T23:50:00");
    assertThat(evidence(dossier).at("/received/latest").asText()).startsWith("2020-04-01T00:20:01");
  }

  /**
   * D12: three days across the deadline nobody looked. {@code -Dtest.backlog=5000} for the whole
   * count.
   */
  @Test
  void d12DrainsABacklogOldestFirstAndRefusesNoneForOurDelay() throws Exception {
    int count = Integer.getInteger("test.backlog", 60);
    byte[] before = mail(Unit.HEALTH, "2020-03-31T23:00:00");
    byte[] after = mail(Unit.INDUSTRY, "2020-04-01T00:10:00");
    ScriptedImap server = server();
    for (int i = 1; i <= count; i++) {
      LocalDateTime came = LocalDateTime.parse("2020-03-29T00:10:00").plusSeconds(20L * i);
      server.put(i, note("waiting " + i), stamp(IMAP, came.toString()));
    }
    server.put(count + 1, before, stamp(IMAP, "2020-03-31T23:00:01"));
    server.put(count + 2, after, stamp(IMAP, "2020-04-01T00:10:01"));
    box("d12", server, "2020-03-29T00:00:00");
    await()
        .atMost(PATIENCE.plusMillis(200L * count))
        .until(() -> submissions.byDigest(digest(after)).isPresent());

    Dossier timely = decided(before);
    assertThat(timely.state())
        .as("%s", decisionOn(timely).findings())
        .isEqualTo(DossierState.ACCEPTED);
    Dossier late = decided(after);
    assertThat(late.state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(decisionOn(late).findings())
        .filteredOn(f -> f.code() == FindingCode.TIME_UNDETERMINED)
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("无法查看"));
    List<Integer> order =
        jdbc
            .sql(
                "select native_id from receipt where native_id like 'd12/INBOX/1/%'"
                    + " order by submission")
            .query(String.class)
            .list()
            .stream()
            .map(key -> Integer.valueOf(key.substring(key.lastIndexOf('/') + 1)))
            .toList();
    assertThat(order).hasSize(count + 2).isSorted();
    assertThat(source("d12/INBOX").difference()).isEmpty();
  }

  /** D03: what the office cannot keep it does not fetch. */
  @Test
  void d03FetchesNothingWhileTheDiskIsFullAndGoesOnByItself() throws Exception {
    ScriptedImap server = server();
    box("d03", server, "");
    await()
        .atMost(PATIENCE)
        .until(() -> server.commands().stream().anyMatch(c -> c.startsWith("UID SEARCH")));
    disk.full = Optional.of("磁盘空间不足（测试）");
    try {
      await().atMost(PATIENCE).until(() -> quiet(server));
      byte[] mail = note("while the disk is full");
      server.put(1, mail, stamp(IMAP, "2020-04-01T00:21:30"));
      int commands = server.commands().size();
      assertThat(page("/actuator/health"))
          .contains("\"intake\":{\"status\":\"DOWN\"", "磁盘空间不足（测试）");
      assertThat(server.commands()).hasSize(commands).noneMatch(c -> c.contains("FETCH"));
      assertThat(submissions.byDigest(digest(mail))).isEmpty();
      disk.full = Optional.empty();
      Submission kept = registered(mail);
      letter(kept, "RECEIPT");
      assertThat(server.commands()).noneMatch(c -> c.contains("STORE") || c.contains("EXPUNGE"));
    } finally {
      disk.full = Optional.empty();
    }
  }

  /** Two looks would have come meanwhile. */
  private static boolean quiet(ScriptedImap server) {
    int before = server.commands().size();
    await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
    return server.commands().size() == before;
  }

  /** T10: our clock leaps a day ahead; what came in time by the provider's is in time. */
  @Test
  void t10RefusesNothingByAClockThatLeaptADayAhead() throws Exception {
    byte[] mail = mail(Unit.AGRI, "2020-03-31T23:40:00");
    ScriptedImap server = server();
    box("t10", server, "2020-03-31T23:39:50");
    await()
        .atMost(PATIENCE)
        .until(() -> server.commands().stream().anyMatch(c -> c.startsWith("UID SEARCH")));
    steered.ahead = Duration.ofDays(1);
    try {
      server.put(1, mail, stamp(IMAP, "2020-03-31T23:40:01"));
      Dossier dossier = decided(mail);
      assertThat(decisionOn(dossier).findings()).noneMatch(f -> f.code() == FindingCode.LATE);
      assertThat(dossier.state()).isEqualTo(DossierState.ACCEPTED);
      assertThat(evidence(dossier).get("remarks").toString()).contains("本机时钟被拨快 1440 分钟");
      assertThat(source("t10/INBOX").error().orElseThrow()).contains("请校时");
      Digest dropped =
          drop(
              HandMade.of(CALL.value(), Unit.UNIV.code, "")
                  .candidate("候子某", Identities.of(BORN, 977), BORN),
              "leapt.zip");
      Submission byFolder = once(dropped, SubmissionState.PROCESSED);
      Dossier inDoubt = once(dossiersOf(byFolder).get(0).number(), DossierState.IN_REVIEW);
      assertThat(decisionOn(inDoubt).findings())
          .anyMatch(f -> f.code() == FindingCode.TIME_UNDETERMINED);
      steered.ahead = Duration.ZERO;
      byte[] next = note("after the clock was set right");
      server.put(2, next, stamp(IMAP, "2020-04-01T00:21:50"));
      registered(next);
      assertThat(source("t10/INBOX").error()).isEmpty();
    } finally {
      steered.ahead = Duration.ZERO;
    }
  }

  /** A file of six lines is a mailbox more. */
  @Test
  void takesTheMailboxThatARouteFileAdds() {
    byte[] mail = note("by a route of six lines");
    FIFTH.server().put(1, mail, stamp(IMAP, "2020-04-01T00:21:40"));
    Receipt receipt = registered(mail).first();
    assertThat(receipt.nativeId()).startsWith("city/INBOX/1/1");
    assertThat(receipt.received().source()).isEqualTo("INTERNALDATE");
  }
}
