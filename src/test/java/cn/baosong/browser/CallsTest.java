package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a clerk sees of a notice, and what it leaves open. */
class CallsTest extends BrowserOffice {
  @Test
  void showsWhatACallLeavesOpenAndRefusesAReadingWithoutAReason() {
    Page page = desk(Role.CLERK);
    page.click("nav.rail a:text-is(\"通知\")");
    holds(page, "calls");
    page.click("main a:has-text(\"百千万人才工程\")");

    Locator question = page.locator("article.card").first();
    assertThat(question).containsText("未定");
    question.locator("summary").click();
    holds(page, "call");

    question.locator("input[type=radio]").first().check();
    question.locator("input[name=reason]").fill(" ");
    question.locator("button[type=submit]").click();
    assertThat(page.locator(".banner.bad")).containsText("请写明理由");
  }

  @Test
  void letsAnAuditorReadOnly() {
    Page page = desk(Role.AUDITOR);
    page.navigate(address("/calls/" + CALL));

    assertThat(page.locator("article.card").first()).isVisible();
    assertThat(page.locator("main form")).hasCount(0);
  }
}
