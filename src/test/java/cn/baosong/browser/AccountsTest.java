package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The administrator's and everybody's own way with accounts. */
class AccountsTest extends BrowserOffice {
  @Test
  void letsANewOfficerInWhoSeesTheOwnDepartmentsOnly() {
    Page page = desk(Role.ADMIN);
    page.click("nav.rail >> text=用户");
    page.fill("#name", "承办人甲");
    page.fill("#password", "short");
    page.check("#role-OFFICER");
    page.check("#dep-sx-zjfw");
    page.click("text=添加");

    assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator(".wrong")).hasText("密码至少 10 个字符。");
    assertThat(page.locator("#name")).hasValue("承办人甲");
    assertThat(page.locator("#role-OFFICER")).isChecked();
    holds(page, "accounts");

    page.fill("#password", PASSWORD);
    page.click("text=添加");
    assertThat(page.locator(".banner.done")).isVisible();
    assertThat(row(page, "承办人甲")).containsText("sx-zjfw");

    Page theirs = login("承办人甲", WIDTH, HEIGHT);
    assertThat(theirs.request().get(address("/accounts")).status()).isEqualTo(403);
    assertThat(theirs.request().get(address("/audit")).status()).isEqualTo(403);
  }

  @Test
  void endsTheLogInOfWhoIsDisabled() {
    String name = account(List.of(), Role.CLERK);
    Page theirs = login(name, WIDTH, HEIGHT);
    theirs.navigate("about:blank");
    assertThat(theirs.request().get(address("/dossiers")).status()).isEqualTo(200);
    Page page = desk(Role.ADMIN);
    page.navigate(address("/accounts?name=" + name));
    page.check("#disabled");
    page.click("text=保存");

    assertThat(page.locator(".banner.done")).isVisible();
    assertThat(theirs.request().get(address("/dossiers")).status()).isEqualTo(401);
  }

  @Test
  void changesTheOwnPasswordAndAsksEverywhereForTheNewOne() {
    String name = account(List.of(), Role.CLERK);
    Page page = login(name, WIDTH, HEIGHT);
    Page elsewhere = login(name, WIDTH, HEIGHT);
    elsewhere.navigate("about:blank");
    page.click("header >> text=" + name);
    change(page, "not-Mine-12", "another-Only-2");
    assertThat(page.locator(".banner.bad")).hasText("原密码不对。");
    holds(page, "me");

    change(page, PASSWORD, "another-Only-2");
    assertThat(page.locator(".banner.done")).hasText("密码已改，请用新密码登录。");
    forgives("401"); // a page is told of the act at once, and may ask again before it is led away
    elsewhere.navigate(address("/"));
    assertThat(elsewhere).hasURL(address("/login"));
  }

  @Test
  void issuesATokenThatIsShownOnce() {
    Page page = desk(Role.AUDITOR);
    page.navigate(address("/me"));
    page.fill("input[name=label]", "夜间导出");
    page.click("text=签发 90 天的令牌");
    assertThat(page.locator(".banner.done code"))
        .hasText(java.util.regex.Pattern.compile(".{40,}"));

    page.reload();
    assertThat(page.locator(".banner.done")).hasCount(0);
    assertThat(row(page, "夜间导出")).isVisible();
    page.click("button:has-text(\"作废\")");
    assertThat(page.locator("table")).hasCount(0);
  }

  @Test
  void endsTheOldestOfFourLogIns() {
    String name = account(List.of(), Role.CLERK);
    Page first = login(name, WIDTH, HEIGHT);
    first.navigate(address("/dossiers"));
    for (int i = 0; i < 3; i++) {
      login(name, WIDTH, HEIGHT);
    }

    first.reload();
    assertThat(first.locator(".banner.warn")).hasText("您在别处又登录了，这里的登录已结束。");
  }

  private static void change(Page page, String old, String wanted) {
    page.fill("#old", old);
    page.fill("#wanted", wanted);
    page.fill("#again", wanted);
    page.click("button:text(\"改密码\")");
  }

  private static Locator row(Page page, String text) {
    return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
  }
}
