package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 渠道与路由, as an administrator and a clerk see it. */
class RoutesTest extends BrowserOffice {
  @Autowired private JdbcClient jdbc;

  private static final List<String> SHOWN =
      List.of(
          "decide", "assess-unit", "open-package", "deliver-departments", "inbox", "watch-inbox");

  private static Locator row(Page page, String route) {
    return page.locator("tr:has(th a:text-is('" + route + "'))");
  }

  @Test
  void showsEveryRouteInTheOrderInWhichAPackagePassesIt() {
    Page page = desk(Role.CLERK);
    page.click(".rail a:text-is('渠道与路由')");
    holds(page, "routes");
    assertThat(row(page, "pickup-folder").innerText()).contains("第一步，取件", "运行");
    assertThat(row(page, "inbox").innerText()).contains("office-folder");
    assertThat(page.locator(".queues li").allInnerTexts())
        .hasSize(6)
        .allMatch(queue -> queue.contains("畅通"));
    assertThat(page.locator("h2").allInnerTexts()).contains("材料经过的路由", "定时巡检");

    Page phone = desk(390, 844, Role.AUDITOR);
    phone.navigate(address("/routes?lang=en"));
    holds(phone, "routes-phone");
    assertThat(row(phone, "assess-unit").innerText()).contains("every check runs");
  }

  @Test
  void drawsARouteFromItsOwnModel() {
    Page page = desk(Role.ADMIN);
    for (String route : SHOWN) {
      page.navigate(address("/routes/" + route));
      holds(page, "route-" + route);
    }
    page.navigate(address("/routes/decide"));
    assertThat(page.locator(".flow .node").count()).isGreaterThan(8);
    assertThat(page.locator(".flow .frame").allTextContents().toString()).contains("事务", "逐个");
    assertThat(page.locator(".words li").allTextContents().toString())
        .contains("若 decision.state = ACCEPTED：", "第 ");
    assertThat(page.locator("a.small[href='#line-27']").count()).isEqualTo(1);
    page.locator(".flow a[aria-label='到路由 hold-dossier']").focus();
    page.keyboard().press("Enter");
    page.waitForURL(address("/routes/hold-dossier"));

    Page phone = desk(390, 844, Role.CLERK);
    phone.navigate(address("/routes/decide?lang=en"));
    holds(phone, "route-phone");
    assertThat(phone.locator(".flow").textContent()).contains("One transaction");
  }

  @Test
  void showsTheWayOfASubmissionAndTriesManyFailuresAgain() throws IOException {
    LocalDate born = LocalDate.of(1975, 5, 5);
    HandMade made =
        HandMade.of(CALL.value(), "11999901MB00000012", "示例市人力资源和社会保障局")
            .candidate("林路", identity(born), born);
    Submission submission = once(drop(made, "way.zip"), SubmissionState.PROCESSED);
    await().atMost(PATIENCE).until(() -> sent(submission) > 0);
    Page page = desk(Role.CLERK);
    page.navigate(address("/submissions/" + submission.publicId()));
    page.click("a:text-is('经过了哪些路由，逐步看')");
    page.waitForLoadState();
    assertThat(page.locator(".way").innerText())
        .contains("register-submission", "file-dossiers", "decide", "close-notice", "系统");
    holds(page, "way");
    page.navigate(address("/routes"));
    assertThat(row(page, "inbox").locator("td").allInnerTexts().get(2)).isNotEqualTo("0");
    page.navigate(address("/routes/receive-submission"));
    assertThat(page.locator(".flow .figure").allTextContents()).doesNotContain("0");

    String cause = "第七处打不开" + submission.number().value();
    jdbc.sql(
            "update letter set state = 'WAITING', tries = 10, last_error = ?,"
                + " failed_at = current_timestamp where submission = ?")
        .params(cause, submission.number().value())
        .update();
    page.navigate(address("/failures"));
    page.fill("input[name=cause]", cause);
    page.click("button:text-is('筛选')");
    holds(page, "failures-by-cause");
    page.click("a:text-is('列出的全部再试…')");
    holds(page, "failures-retry");
    assertThat(page.locator("dl").innerText()).contains(cause).doesNotContain("等人处理");
    page.fill("#reason", "已修好");
    page.click("form.card button[type=submit]");
    assertThat(page.locator(".banner.done").first().innerText()).contains("已安排");
    assertThat(
            jdbc.sql("select count(*) from event where kind = 'FAILURE_RETRIED' and reason = '已修好'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  private long sent(Submission submission) {
    return jdbc.sql("select count(*) from letter where state = 'SENT' and submission = ?")
        .param(submission.number().value())
        .query(Long.class)
        .single();
  }

  /** O06: what ran runs on, and each page says which file is wrong, where and why. */
  @Test
  void o06SaysOnEveryPageThatAnEditedRouteIsBroken() throws IOException {
    Page page = desk(Role.ADMIN);
    Path file = ROUTES.resolve("hold-dossier.camel.yaml");
    String sound = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file, sound.replace("ref: assessmentSteps", "ref: asessmentSteps"), StandardCharsets.UTF_8);
    try {
      alarms(page, 1);
      assertThat(page.locator(".alarm").innerText())
          .contains("routes/hold-dossier.camel.yaml:12", "没有名为“asessmentSteps”的部件");
      page.click(".alarm a");
      assertThat(page.locator(".banner.bad").innerText()).contains("原来的路由照常运行");
      assertThat(page.locator("#files tr:has-text('hold-dossier')").innerText()).contains("已改，未生效");
      holds(page, "routes-broken");
      assertThat(row(page, "hold-dossier").innerText()).contains("运行");
    } finally {
      Files.writeString(file, sound, StandardCharsets.UTF_8);
    }
    alarms(page, 0);
  }

  private void alarms(Page page, int many) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              page.navigate(address("/calls"));
              assertThat(page.locator(".alarm").count()).isEqualTo(many);
            });
  }

  /** O04: who stopped it, when and why stands on every page until somebody starts it. */
  @Test
  void o04RemindsOnEveryPageOfARouteThatSomebodyStopped() {
    Page page = desk(Role.ADMIN);
    page.navigate(address("/routes/match-scans"));
    page.click("a:text-is('停止')");
    holds(page, "route-stop");
    page.locator("#reason").evaluate("field => field.removeAttribute('required')");
    page.click("button:text-is('停止')");
    assertThat(page.locator("#reason-wrong").innerText()).contains("请写明原因");
    page.fill("#reason", "扫描仪换线");
    page.click("button:text-is('停止')");
    try {
      assertThat(page.locator(".banner.done").first().innerText()).contains("已停止");
      Page clerk = desk(Role.CLERK);
      assertThat(clerk.locator(".alarm").innerText()).contains("match-scans", "扫描仪换线", "停下");
      clerk.navigate(address("/routes"));
      holds(clerk, "routes-stopped");
      assertThat(row(clerk, "match-scans").innerText()).contains("停止");
      assertThat(page.request().get(address("/actuator/health")).status()).isEqualTo(503);
    } finally {
      page.navigate(address("/routes/match-scans/start"));
      page.fill("#reason", "线已换好");
      page.click("button:text-is('启动')");
    }
    assertThat(page.locator(".banner.done").first().innerText()).contains("已启动");
    assertThat(page.locator(".alarm").count()).isZero();
  }
}
