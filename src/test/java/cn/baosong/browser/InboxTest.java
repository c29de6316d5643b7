package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clerk at the inbox. */
class InboxTest extends BrowserOffice {
  private String arrives(String name) throws IOException {
    byte[] bytes =
        ("no package " + name + identity(LocalDate.of(1980, 1, 1)))
            .getBytes(StandardCharsets.UTF_8);
    return once(dropBytes(bytes, name), SubmissionState.UNREADABLE).number().value();
  }

  private static Locator row(Page page, String number) {
    return page.locator("#to-" + number);
  }

  @Test
  void seesADeliveryComeInWithoutAskingForIt() throws Exception {
    Page page = desk(Role.CLERK);
    Response stream =
        page.waitForResponse(answer -> answer.url().contains("/live?since="), page::reload);
    page.mouse().move(2, 2);
    org.assertj.core.api.Assertions.assertThat(stream.headerValue("x-accel-buffering"))
        .isEqualTo("no");

    String number = arrives("inbox-live.zip");

    assertThat(row(page, number)).isVisible();
    assertThat(page.locator("#asof")).containsText("数据截至");
    holds(page, "inbox");
  }

  @Test
  void nothingMovesUnderTheCursor() throws Exception {
    arrives("inbox-before.zip");
    Page page = desk(Role.CLERK);
    page.locator("table.list tbody tr").first().hover();

    String number = arrives("inbox-new.zip");

    assertThat(page.locator("#news a")).containsText("点此显示");
    assertThat(row(page, number)).hasCount(0);
    page.locator("#news a").click();
    assertThat(row(page, number)).isVisible();
  }

  @Test
  void findsByKeyboardAloneAndTheAddressSaysIt() throws Exception {
    String number = arrives("inbox-find-me.zip");
    arrives("inbox-other.zip");
    Page page = desk(Role.CLERK);
    page.locator("input[name=q]").focus();
    page.keyboard().type("FIND-me");
    page.keyboard().press("Enter");

    assertThat(row(page, number)).isVisible();
    assertThat(page.locator("table.list tbody tr")).hasCount(1);
    assertThat(page).hasURL(java.util.regex.Pattern.compile("q=FIND-me"));
    holds(page, "inbox-found");
    page.fill("input[name=q]", "%%%%");
    page.keyboard().press("Enter");
    assertThat(page.locator(".empty")).containsText("没有符合这些条件的报送");
    holds(page, "inbox-empty");
  }

  @Test
  void saysThatTheLogInHasEndedAndKeepsWhatWasTyped() throws Exception {
    String name = account(List.of(), Role.CLERK);
    Page page = login(name, WIDTH, HEIGHT);
    page.mouse().move(2, 2);
    page.fill("input[name=q]", "typed");
    page.context().clearCookies();
    arrives("inbox-after-the-log-in.zip");
    assertThat(page.locator("#ended"))
        .containsText("登录已失效", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
    holds(page, "inbox-ended");
    Page beside = page.waitForPopup(() -> page.click("#ended a"));
    beside.fill("#username", name);
    beside.fill("#password", PASSWORD);
    beside.click("button[type=submit]");
    page.bringToFront();
    assertThat(page.locator("#ended"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(40_000));
    assertThat(page).hasURL(address("/"));
    assertThat(page.locator("input[name=q]")).hasValue("typed");
    page.click("button:text-is(\"退出\")");
    assertThat(page).hasURL(address("/login?logout"));
    forgives("401");
    forgives("htmx:responseError");
    forgives("htmx:afterRequest");
  }

  @Test
  void saysWithinHalfAMinuteThatItNoLongerFollowsAndHealsByItself() throws Exception {
    Page page = desk(Role.CLERK);
    page.mouse().move(2, 2);
    page.context().setOffline(true);
    assertThat(page.locator(".stale-note"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));

    page.context().setOffline(false);
    String number = arrives("inbox-after-the-cut.zip");

    assertThat(row(page, number))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
    assertThat(page.locator(".stale-note")).hasCount(0);
    forgives("ERR_INTERNET_DISCONNECTED");
    forgives("htmx:sendError");
    forgives("htmx:afterRequest");
  }
}
