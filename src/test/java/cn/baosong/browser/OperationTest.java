package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Letters, failures and the audit, as those who answer for the office see them. */
class OperationTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1976, 7, 1);

  @Test
  void stopsARefusalThatIsAboutToLeaveAndReleasesItAgain() throws IOException {
    Submission refused =
        once(
            drop(
                HandMade.of(CALL.value(), "11999900MB00000063", "示例省工业和信息化厅")
                    .candidate("早某", identity(LocalDate.of(1955, 1, 1)), LocalDate.of(1955, 1, 1)),
                "operation-letters.zip"),
            SubmissionState.PROCESSED);
    Page page = desk(Role.CLERK);
    page.navigate(address("/letters"));
    holds(page, "letters");
    assertThat(page.locator("tr", having(refused.number().value())).first()).isVisible();

    page.selectOption("select[name=kind]", "RECEIPT");
    page.click("button:text-is(\"查看\")");
    assertThat(page.locator("tr", having(refused.number().value()))).hasCount(1);
  }

  @Test
  void showsWhoDidWhatAndProvesTheChain() {
    Page page = desk(Role.AUDITOR);
    page.click("nav.rail >> text=审计");
    page.selectOption("select[name=kind]", "ACCOUNT_CHANGED");
    page.fill("input[name=actor]", "admin");
    page.click("button:text-is(\"查看\")");
    assertThat(page.locator("tbody tr").first()).containsText("改动用户");
    holds(page, "audit");

    page.click("text=核对链条");
    assertThat(page.locator(".banner.done")).containsText("链条完整");
  }

  @Test
  void saysThatNothingHasFailed() {
    Page page = desk(Role.ADMIN);
    page.click("nav.rail >> text=失败与重试");
    holds(page, "failures");
    assertThat(page.locator("h1")).hasText("失败与重试");
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
