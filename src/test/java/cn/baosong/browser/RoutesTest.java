package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 渠道与路由, as an administrator and a clerk see it. */
class RoutesTest extends BrowserOffice {
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
