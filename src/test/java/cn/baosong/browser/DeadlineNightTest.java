package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.camel.mail.ScriptedImap;
import cn.baosong.config.OfficeClock;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import cn.baosong.journey.OwnForms;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The last evening of the Shanxi call, from ten to midnight on: a folder, two mailboxes and the
 * web; edits of the rules, one of them broken; a stopped route, a hostile mail, and an outage
 * across the deadline.
 */
@DirtiesContext
class DeadlineNightTest extends BrowsedOffice {
  private static final LocalDate BORN = LocalDate.of(1979, 8, 7);
  private static final String NIGHT = "/calls/" + CALL + "/night";
  private static final ScriptedImap OFFICE = server();
  private static final ScriptedImap CITY = server();
  private static final Path FORMS = OwnForms.copied(Path.of("forms"));
  private static final Path ROUTES = OwnForms.copied(Path.of("routes"));
  private static final DateTimeFormatter IMAP =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);

  private static final DateTimeFormatter MAIL =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  @Autowired private OfficeClock clock;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  @DynamicPropertySource
  static void onTheLastEvening(DynamicPropertyRegistry registry) {
    at("2020-03-31T23:50:00+08:00", registry);
    registry.add("baosong.forms", FORMS::toString);
    registry.add("baosong.routes", ROUTES::toString);
    box(registry, 0, "office", OFFICE);
    box(registry, 1, "city", CITY);
  }

  private static void box(
      DynamicPropertyRegistry registry, int index, String name, ScriptedImap server) {
    String key = "baosong.mailboxes[" + index + "].";
    registry.add(key + "name", () -> name);
    registry.add(key + "host", () -> "127.0.0.1");
    registry.add(key + "port", server::port);
    registry.add(key + "protocol", () -> "imap");
    registry.add(key + "user", () -> name + "@intake.test");
    registry.add(key + "password", () -> "p");
    registry.add(key + "poll", () -> "1s");
    registry.add(key + "trusted-hosts[0]", () -> "mx.intake.test");
  }

  private static ScriptedImap server() {
    try {
      return new ScriptedImap();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void isSeenAndSteeredFromTenToMidnightUntilTheReport() throws Exception {
    arrives("11999901MB00000012", "夜甲来");
    Page page = desk(Role.CLERK, Role.ADMIN);
    page.navigate(address(NIGHT));
    assertThat(page.locator(".left")).containsText("只剩");
    assertThat(channel(page, "收件夹")).containsText("文件夹共收到 1 件");
    assertThat(channel(page, "city/INBOX")).containsText("没有来件 通道证实畅通至 2020-03-31 23:");
    holds(page, "night-before");

    changesTheRules(page);
    stopsARoute(page);
    breaksARoute(page);
    Instant lost = losesAMailbox(page);

    clock.moveTo(office("2020-04-01T00:03:00"));
    jdbc.sql("update mail_folder set looked_at = ?, cleared_at = ? where mailbox = 'city'")
        .params(Timestamp.from(real(lost)), Timestamp.from(real(lost)))
        .update();
    byte[] inTime = mail("11999902MB0000002K", "yangban", "2020-03-31T23:59:58");
    byte[] onTheStroke = mail("11999903MB00000035", "fanli", "2020-04-01T00:00:01");
    byte[] late = mail("11999900MB0000004W", "edu", "2020-04-01T00:01:10");
    CITY.put(1, inTime, stamp("2020-03-31T23:59:58"));
    CITY.put(2, onTheStroke, stamp("2020-04-01T00:00:01"));
    CITY.put(3, late, stamp("2020-04-01T00:01:10"));
    OFFICE.put(1, hostile(), stamp("2020-04-01T00:02:00"));
    HandMade tooLate = HandMade.of(CALL.value(), "12999900MB00000086", "示例大学");
    tooLate.candidate("夜戊来", identity(BORN), BORN);
    Submission dropped = once(drop(tooLate, "late.zip"), SubmissionState.PROCESSED);
    stands(dropped, DossierState.REJECTED);
    assertThat(page.locator(".left")).containsText("已于下列时间截止");
    CITY.refuseLogin("");
    stands(once(digest(inTime), SubmissionState.PROCESSED), DossierState.ACCEPTED);
    stands(once(digest(onTheStroke), SubmissionState.PROCESSED), DossierState.IN_REVIEW);
    stands(once(digest(late), SubmissionState.PROCESSED), DossierState.REJECTED);

    page.navigate(address(NIGHT));
    assertThat(page.locator("#to-late")).hasText("2");
    assertThat(page.locator("#to-unsure")).hasText("1");
    assertThat(page.locator("section:has(> #late)")).containsText(Pattern.compile("(69|70) 秒"));
    assertThat(page.locator("section:has(> #touched)")).containsText("范例市人力资源和社会保障局");
    assertThat(page.locator("section:has(> #channels) .timeline")).containsText("city/INBOX");
    assertThat(page.locator(".arrivals .gap")).not().hasCount(0);
    assertThat(page.locator("section:has(> #rules)")).containsText("邮路不畅，多留十分钟");
    assertThat(page.locator("main")).not().containsText("夜戊来");
    holds(page, "night-after");
    reports(page);
    page.setViewportSize(390, 844);
    page.navigate(address(NIGHT));
    holds(page, "night-phone");
    page.navigate(address(NIGHT + "?lang=en"));
    assertThat(page.locator("h1")).containsText("Deadline night");
    forgives("status of 503"); // one person may have so many pages open and no more
  }

  private void arrives(String unit, String name) throws IOException {
    HandMade made = HandMade.of(CALL.value(), unit, "");
    made.candidate(name, identity(BORN), BORN);
    stands(
        once(drop(made, name.length() + ".zip"), SubmissionState.PROCESSED), DossierState.ACCEPTED);
  }

  private void stands(Submission submission, DossierState state) {
    dossiersOf(submission).forEach(dossier -> once(dossier.number(), state));
  }

  /** A sound edit waits until it is confirmed; a broken one is named with its line. */
  private void changesTheRules(Page page) throws IOException {
    Path yaml = FORMS.resolve(CALL.value()).resolve("call.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    String edited = text.replace("hold: PT30M", "hold: PT40M");
    Files.writeString(yaml, edited, StandardCharsets.UTF_8);
    Locator held = page.locator("#live .banner.warn a");
    assertThat(held).containsText("等人确认");
    held.click();
    assertThat(page.locator("#held")).containsText("PT40M");
    holds(page, "night-held");
    page.fill("#held-reason", "邮路不畅，多留十分钟");
    page.click("#held button");
    assertThat(page.locator(".banner.done")).containsText("改动已生效");
    assertThat(page.locator("section:has(> #versions)")).containsText("邮路不畅");

    Files.writeString(
        yaml, edited.replace("basis: POSTMARK", "basis: POSTMRAK"), StandardCharsets.UTF_8);
    page.navigate(address(NIGHT));
    assertThat(page.locator("#live .banner.bad")).containsText("call.yaml:");
    Files.writeString(yaml, edited, StandardCharsets.UTF_8);
    assertThat(page.locator("#live .banner.bad")).hasCount(0);
  }

  private void stopsARoute(Page page) {
    assertThat(clerk().posts("/routes/deliver-folder/stop", "{}").status()).isLessThan(300);
    page.navigate(address(NIGHT));
    assertThat(page.locator("body")).containsText("deliver-folder");
  }

  private void breaksARoute(Page page) throws IOException {
    Path file = ROUTES.resolve("watch-terms.camel.yaml");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace("uri: timer", "urri: timer"), StandardCharsets.UTF_8);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              page.navigate(address(NIGHT));
              assertThat(page.locator("body").innerText()).contains("watch-terms.camel.yaml");
            });
  }

  /** When it was looked into last, by the office's clock. */
  private Instant losesAMailbox(Page page) {
    CITY.refuseLogin("LOGIN Login error or password error");
    CITY.hangUp();
    assertThat(channel(page, "city/INBOX")).containsText("授权码失效");
    assertThat(channel(page, "office/INBOX")).containsText("正常");
    holds(page, "night-outage");
    return jdbc.sql("select began_at from outage where source = 'city/INBOX' and ended_at is null")
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private void reports(Page page) {
    page.click("h1 .button");
    assertThat(page.locator("main")).containsText("截止报告");
    assertThat(page.locator("main")).containsText("city/INBOX");
    assertThat(page.locator("main")).containsText("邮路不畅，多留十分钟");
    holds(page, "night-report");
    for (String kind : new String[] {"PDF", "导出"}) {
      Download file = page.waitForDownload(() -> page.click(".crumbs a:has-text('" + kind + "')"));
      assertThat(file.suggestedFilename()).endsWith(kind.equals("PDF") ? ".pdf" : ".xlsx");
    }
  }

  private static Locator channel(Page page, String source) {
    return page.locator(".channel tbody tr", new Page.LocatorOptions().setHasText(source));
  }

  private static Instant office(String moment) {
    return LocalDateTime.parse(moment).toInstant(ZoneOffset.ofHours(8));
  }

  private Instant real(Instant office) {
    return office.minus(clock.offset());
  }

  private String stamp(String moment) {
    return IMAP.format(real(office(moment)).atOffset(ZoneOffset.ofHours(8)));
  }

  /** Stamps have whole seconds and the offset has not: a stamp of 00:00:01 is read as 00:00:00. */
  private byte[] mail(String unit, String domain, String taken) throws IOException {
    Path zip =
        HandMade.of(CALL.value(), unit, "")
            .candidate("夜" + "甲乙丙丁戊己庚辛壬癸".charAt(unit.charAt(7) - '0') + "来", identity(BORN), BORN)
            .zip(folder.resolve(domain + ".zip"));
    return """
        Authentication-Results: mx.intake.test; dkim=pass header.d=%s.example.org
        Received: from relay.test (relay.test [192.0.2.7])
         by mx.intake.test (Postfix) with ESMTPS id 1; %s
        From: %s@%s.example.org
        To: office@intake.test
        Subject: package of %s
        Message-ID: <night-%s@relay.test>
        MIME-Version: 1.0
        Content-Type: application/zip; name="package.zip"
        Content-Disposition: attachment; filename="package.zip"
        Content-Transfer-Encoding: base64

        %s
        """
        .formatted(
            domain,
            MAIL.format(real(office(taken)).atOffset(ZoneOffset.ofHours(8))),
            domain.equals("edu") ? "rsc" : "rsj",
            domain,
            domain,
            domain,
            Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(Files.readAllBytes(zip)))
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hostile() {
    return """
        From: "<img src=x onerror=alert(1)>" <evil@sender.test>
        To: office@intake.test
        delete: true
        CamelFileName: ../../forms/sx-bqw-2020/call.yaml
        Subject: <script>alert(1)</script> ${date:now}
        Content-Type: text/plain; charset=no-such-charset
        Content-Transfer-Encoding: x-unknown

        \u202etxt
        """
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
