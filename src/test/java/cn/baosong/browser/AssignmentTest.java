package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Deliveries that nobody knows whose they are. */
class AssignmentTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1979, 5, 4);
  private static final String UNIT = "11999901MB00000012";

  private Submission unknown(String sender, String file) throws IOException {
    HandMade made =
        HandMade.of(CALL.value(), "0", sender)
            .with(file + ".txt", file.getBytes(StandardCharsets.UTF_8))
            .candidate("丁某", identity(BORN), BORN);
    return once(drop(made, file + ".zip"), SubmissionState.UNASSIGNED);
  }

  @Test
  void aClerkSaysWhoseItIsAndItIsOpenedAtOnce() throws Exception {
    Submission waiting = unknown("认领示例单位甲", "assign-one");
    Page page = desk(Role.CLERK);
    page.navigate(address("/?state=UNASSIGNED"));
    page.locator("#to-" + waiting.number()).click();
    holds(page, "submission-unassigned");

    page.click("text=认领并开包");
    assertThat(page.locator("#wrong-reason")).isVisible();
    holds(page, "assign-wrong");
    page.fill("#other", UNIT);
    page.selectOption("#call", CALL.value());
    page.fill("#bind-reason", "与寄件人电话核实");
    page.click("text=认领并开包");

    assertThat(page.locator(".banner.done")).containsText("已认领");
    once(waiting.first().digest(), SubmissionState.PROCESSED);
    page.reload();
    assertThat(page.locator("main")).containsText("丁某");
    holds(page, "submission");
  }

  @Test
  void bindsASelectionWithAResultARow() throws Exception {
    Submission one = unknown("认领示例单位乙", "assign-two");
    Submission other = unknown("认领示例单位乙", "assign-three");
    Page page = desk(Role.CLERK);
    page.navigate(address("/?state=UNASSIGNED"));
    for (Submission each : new Submission[] {one, other}) {
      page.locator("tr", new Page.LocatorOptions().setHas(page.locator("#to-" + each.number())))
          .locator("input[type=checkbox]")
          .check();
    }
    holds(page, "inbox-unassigned");
    page.click("text=认领所选");
    page.fill("#other", UNIT);
    page.selectOption("#call", CALL.value());
    page.fill("#bind-reason", "同一寄件人，电话核实");
    holds(page, "assign-many");
    page.click("text=认领并开包");

    assertThat(page.locator("tbody .good")).hasCount(2);
    holds(page, "assigned");
  }
}
