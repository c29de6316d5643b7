package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.MailOffice;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 渠道与对账, as a clerk sees it while a mailbox misbehaves. */
class ReconciliationTest extends MailOffice {
  private static final String SECRET = "channels-Only-1";
  private static int people;

  @Autowired private JdbcClient jdbc;
  private Browser browser;
  private BrowserContext desk;

  @BeforeEach
  void opensTheBrowser() {
    browser = Chromium.open();
  }

  @AfterEach
  void mendsTheOddServer() {
    ODD.mend();
    ODD.refuseLogin("");
    desk.close();
  }

  private Page login(NewContextOptions screen) {
    String name = "watch" + ++people;
    String body = "{\"password\": \"%s\", \"roles\": [\"%s\"], \"departments\": []}";
    assertThat(clerk().puts("/accounts/" + name, body.formatted(SECRET, Role.CLERK)).status())
        .isEqualTo(200);
    desk = browser.newContext(screen);
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

  /** O01. */
  @Test
  void showsAMailboxRedWithItsCauseWhileTheOthersAreGreen() {
    ODD.put(630, mail("held up"), "25-Mar-2020 09:00:00 +0800");
    ODD.cut(630);
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
