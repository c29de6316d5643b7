package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Letters;
import cn.baosong.journey.MailOffice;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 渠道与对账 and 往来邮件, as a clerk sees them while a mailbox misbehaves. */
class ChannelsTest extends MailOffice {
  private static final String SECRET = "channels-Only-1";
  private static int people;

  @Autowired private JdbcClient jdbc;
  @Autowired private Letters letters;
  private Browser browser;
  private final List<BrowserContext> desks = new ArrayList<>();

  @BeforeEach
  void opensTheBrowser() {
    browser = Chromium.open();
  }

  @AfterEach
  void mendsTheOddServer() {
    ODD.mend();
    ODD.refuseLogin("");
    desks.forEach(BrowserContext::close);
  }

  private Page login(NewContextOptions screen) {
    String name = "watch" + ++people;
    String body = "{\"password\": \"%s\", \"roles\": [\"%s\"], \"departments\": []}";
    assertThat(clerk().puts("/accounts/" + name, body.formatted(SECRET, Role.CLERK)).status())
        .isEqualTo(200);
    BrowserContext desk = browser.newContext(screen);
    desks.add(desk);
    desk.setDefaultTimeout(PATIENCE.toMillis());
    Page page = desk.newPage();
    page.navigate("http://localhost:" + port + "/login");
    page.fill("#username", name);
    page.fill("#password", SECRET);
    page.click("button[type=submit]");
    return page;
  }

  private void goTo(Page page) {
    page.navigate("http://localhost:" + port + "/reconciliation");
  }

  private static Locator channel(Page page, String source) {
    return page.locator(".channel", new Page.LocatorOptions().setHasText(source));
  }

  private static byte[] mail(String subject) {
    return ("From: unit@sender.test\r\nTo: office@intake.test\r\nSubject: " + subject + "\r\n\r\n.")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** O03: one that is held and not registered raises an alarm, is named, and comes at a click. */
  @Test
  void namesTheMissingMailAndFetchesItAtAClickWithoutScripts() {
    byte[] lost = mail("=?GB18030?B?zca89rLEwc8=?= 110105197001011234");
    ODD.cut(620);
    ODD.put(620, lost, "25-Mar-2020 09:00:00 +0800");
    Page page = login(new NewContextOptions().setJavaScriptEnabled(false));
    Locator row = page.locator(".missing tr:has-text('UID 620')");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(row.allInnerTexts().toString()).contains("推荐材料", "已试");
            });
    assertThat(row.innerText())
        .contains("un***@sender.test", "110***********1234")
        .doesNotContain("19700101");
    assertThat(channel(page, "odd/INBOX").innerText()).contains("故障", "有来件取不下来");

    ODD.mend();
    row.locator("button").click();
    assertThat(page.locator(".banner.done").innerText()).contains("已安排马上重新取");
    registered(lost);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(row.count()).isZero();
            });
    assertThat(
            jdbc.sql("select count(*) from event where kind = 'REFETCH_ASKED' and subject like ?")
                .param("odd/INBOX/%/620")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /** Proves the whole way, is no submission, is not answered, and is counted apart. */
  @Test
  void sendsAProbeAtAClickAndShowsItsRoundTrip() {
    Page page = login(new NewContextOptions().setViewportSize(1366, 768));
    goTo(page);
    long before = received("native_id like 'second/%'");
    channel(page, "second/INBOX").locator("button").click();
    assertThat(page.locator(".banner.done").innerText()).contains("探测信已发出");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(channel(page, "second/INBOX").innerText())
                  .contains("往返", "箱内留有 1 封，不计在内", "正常");
            });
    assertThat(received("native_id like 'second/%'")).isEqualTo(before);
    assertThat(
            jdbc.sql("select count(*) from correspondence where native_id like 'second/%'")
                .query(Long.class)
                .single())
        .isZero();
    BrowserOffice.holds(page, "reconciliation-probe");
  }

  /**
   * The watched folder is proven the same way; a file that only bears such a name is a delivery.
   */
  @Test
  void laysAProbeIntoTheWatchedFolderThatIsNoDelivery() throws Exception {
    Page page = login(new NewContextOptions().setJavaScriptEnabled(false));
    goTo(page);
    long before = received("channel = 'FOLDER'");
    channel(page, "收件夹").locator("button").click();
    assertThat(page.locator(".banner.done").innerText()).contains("探测信已发出");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(channel(page, "收件夹").innerText()).contains("往返", "正常");
            });
    assertThat(received("channel = 'FOLDER'")).isEqualTo(before);
    byte[] forged = "token=0000".getBytes(StandardCharsets.US_ASCII);
    dropBytes(forged, "baosong-probe-0000");
    registered(forged);
  }

  /** A field that somebody copied hides nothing. */
  @Test
  void registersAPackageThatBearsTheFieldOfAProbe() throws Exception {
    assertThat(clerk().posts("/reconciliation/probe", "{\"source\": \"office/INBOX\"}").status())
        .isEqualTo(202);
    String field =
        await().atMost(PATIENCE).until(this::fieldOfAProbe, Optional::isPresent).orElseThrow();
    byte[] copied =
        deliver(
            OFFICE,
            "INBOX",
            "From: unit@sender.test\nSubject: copied\nX-Baosong-Probe: " + field + "\n\n推荐材料见后\n");
    registered(copied);
    byte[] forged =
        deliver(
            OFFICE,
            "INBOX",
            ("From: unit@sender.test\nSubject: forged\nX-Baosong-Probe: "
                    + field.replaceFirst("token=.", "token=x")
                    + "\n\n%s")
                .formatted("The office wrote this to itself."));
    registered(forged);
  }

  private Optional<String> fieldOfAProbe() {
    AtomicReference<String> found = new AtomicReference<>();
    inFolder(
        OFFICE,
        "INBOX",
        folder -> {
          for (Message message : folder.getMessages()) {
            String[] fields = message.getHeader("X-Baosong-Probe");
            if (fields != null) {
              found.set(fields[0]);
            }
          }
        });
    return Optional.ofNullable(found.get());
  }

  /** No number, no letter: shown with the letter that it answers and with the case. */
  @Test
  void listsAReplyWithItsLetterAndItsCase() {
    Submission asked = registered(deliver(OFFICE, "INBOX", "From: a@unit.test\nSubject: 材料\n\n见附"));
    String letter =
        await()
            .atMost(PATIENCE)
            .until(() -> letters.of(asked.number()), found -> !found.isEmpty())
            .get(0)
            .id();
    deliver(
        OFFICE,
        "INBOX",
        """
        From: =?UTF-8?B?5p2O5p+Q?= <a@unit.test>
        Subject: =?UTF-8?B?5Zue5aSN77ya5pS25Lu25Zue5omn?=
        In-Reply-To: <baosong.%s@intake.test>
        Content-Type: text/plain; charset=utf-8

        收到，谢谢。联系人证件号 110105197001011234。
        """
            .formatted(letter));
    Page page = login(new NewContextOptions().setViewportSize(1366, 768));
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(asked.number().value()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              page.navigate("http://localhost:" + port + "/correspondence");
              assertThat(row.allInnerTexts().toString()).contains("回复", "收件回执", "收到，谢谢");
            });
    assertThat(row.innerText()).contains("110***********1234").doesNotContain("19700101");
    BrowserOffice.holds(page, "correspondence");
    row.locator("a").first().click();
    assertThat(page.locator("#mails").innerText()).contains("往来邮件");
    assertThat(page.locator("main").innerText()).contains("回复：收件回执");
    BrowserOffice.holds(page, "correspondence-case");
    page.setViewportSize(390, 844);
    page.navigate("http://localhost:" + port + "/correspondence?lang=en");
    assertThat(row.innerText()).contains("Reply");
    BrowserOffice.holds(page, "correspondence-phone");
    assertThat(clerk().reads("/correspondence?submission=" + asked.number().value()).toString())
        .contains("\"kind\":\"REPLY\"", letter);
    assertThat(clerk().reads("/notices/" + letter).toString()).contains("\"mailings\":[");
  }

  /** What came by one way: by another, what was held up may still come at any time. */
  private long received(String way) {
    return jdbc.sql("select count(*) from receipt where " + way).query(Long.class).single();
  }

  /** O01. */
  @Test
  void showsAMailboxRedWithItsCauseWhileTheOthersAreGreen() {
    ODD.cut(630);
    ODD.put(630, mail("held up"), "25-Mar-2020 09:00:00 +0800");
    Page page = login(new NewContextOptions().setViewportSize(1366, 768));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(page.locator(".missing").allInnerTexts().toString()).contains("held up");
            });
    ODD.refuseLogin("LOGIN Login error or password error");
    ODD.hangUp();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              goTo(page);
              assertThat(channel(page, "odd/INBOX").innerText()).contains("故障", "授权码失效");
            });
    assertThat(channel(page, "second/INBOX").innerText()).contains("正常");
    BrowserOffice.holds(page, "reconciliation");
    page.navigate("http://localhost:" + port + "/reconciliation?lang=en");
    assertThat(channel(page, "odd/INBOX").innerText())
        .contains("Fault", "Password or authorisation code refused");
    page.setViewportSize(390, 844);
    page.navigate("http://localhost:" + port + "/reconciliation?lang=zh");
    BrowserOffice.holds(page, "reconciliation-phone");
  }
}
