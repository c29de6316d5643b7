package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is brought to the counter. */
class UploadTest extends BrowserOffice {
  private static FilePayload file(String name) {
    return new FilePayload(
        name, "application/zip", ("upload " + name).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theMailRoomReadsADiscInAndGetsItsNumber() {
    Page page = desk(Role.MAIL_ROOM);
    page.click("nav.rail a[href='/upload']");
    page.setInputFiles("#files", new FilePayload[] {file("disc-1.pdf"), file("disc-2.pdf")});
    page.check("input[name=how][value=COUNTER]");
    page.fill("#at", "2020-03-15T17:20");
    page.fill("#unit", "没有这个单位");
    page.click("text=收下并登记");
    assertThat(page.locator("#wrong-unit")).isVisible();
    assertThat(page.locator("#at")).hasValue("2020-03-15T17:20");
    holds(page, "upload-wrong");

    page.setInputFiles("#files", new FilePayload[] {file("disc-1.pdf"), file("disc-2.pdf")});
    page.fill("#unit", "");
    page.click("text=收下并登记");
    assertThat(page.locator(".banner.done")).containsText("SJ-2020-");
    holds(page, "upload");
  }

  @Test
  void aClerkOpensWhatWasJustHandedIn() {
    Page page = desk(390, 844, Role.CLERK);
    page.navigate(address("/upload"));
    holds(page, "upload-phone");
    page.setInputFiles("#files", file("clerk.zip"));
    page.click("text=收下并登记");
    page.click(".banner.done a");
    assertThat(page.locator("h1")).containsText("SJ-2020-");
    assertThat(page.locator("main")).containsText("接下来");
  }
}
