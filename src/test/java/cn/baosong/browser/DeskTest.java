package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 工作台: deadlines, counts that are links to exactly their rows, channels. */
class DeskTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1976, 5, 8);
  private static final String UNIT = "12999900MB00000099";
  private static final String NAME = "示例省地质研究院";

  @Test
  void everyCountLeadsToExactlyItsRows() throws IOException {
    once(
        dropBytes("no archive at all".getBytes(StandardCharsets.UTF_8), "desk.zip.zip"),
        SubmissionState.UNREADABLE);
    Page page = desk(Role.CLERK);
    page.click("nav.rail a:text-is(\"工作台\")");
    holds(page, "desk");

    assertThat(page.locator(".due").first()).containsText("还有");
    Page plain = plainDesk(Role.CLERK);
    // what was just written leaves meanwhile, and waits no more
    await().atMost(PATIENCE).untilAsserted(() -> leadToTheirRows(plain));
  }

  private void leadToTheirRows(Page plain) {
    plain.navigate(address("/desk"));
    List<String> links = new ArrayList<>();
    for (Locator link : plain.locator("a.count").all()) {
      links.add(link.getAttribute("href") + " " + link.locator("b").textContent());
    }
    assertThat(links).hasSizeGreaterThan(15).anyMatch(link -> !link.endsWith(" 0"));
    for (String link : links) {
      int space = link.lastIndexOf(' ');
      assertThat(rows(plain, link.substring(0, space)))
          .as(link)
          .isEqualTo(Integer.parseInt(link.substring(space + 1)));
    }
  }

  /** The rows of a list, page after page. */
  private int rows(Page page, String path) {
    page.navigate(address(path));
    int rows = 0;
    for (boolean more = true; more; ) {
      rows += page.locator("main table.list > tbody > tr, main article.sender").count();
      Locator next =
          page.locator(
              "main .more a", new Page.LocatorOptions().setHasText(Pattern.compile("更早的|后面的|较晚的")));
      more = next.count() > 0;
      if (more) {
        next.first().click();
      }
    }
    return rows;
  }

  @Test
  void showsThePhoneTheSameAndWorksWithoutScripts() {
    Page page = desk(390, 844, Role.CLERK);
    page.navigate(address("/desk"));
    holds(page, "desk-phone");
    page.navigate(address("/desk?lang=en"));
    assertThat(page.locator("h1")).hasText("Desk");

    Page plain = plainDesk(Role.ADMIN);
    plain.navigate(address("/desk"));
    assertThat(plain.locator(".due .left b").first())
        .hasText(Pattern.compile("(\\d+ 天 )?\\d\\d:\\d\\d:\\d\\d"));
    assertThat(plain.locator("a.count[href^='/dossiers']")).hasCount(0);
    assertThat(plain.locator(".channel")).containsText("收件夹");
  }

  @Test
  void followsWhatComesAndCountsDown() throws IOException {
    Page page = desk(Role.CLERK);
    page.navigate(address("/desk"));
    Locator left = page.locator(".due .left b").first();
    String before = left.innerText();
    assertThat(left).not().hasText(before);
    HandMade made = HandMade.of("no-such-call", UNIT, NAME);
    made.candidate("台无主", identity(BORN), BORN);
    Locator unassigned = page.locator("a.count[href='/?state=UNASSIGNED'] b");
    int many = Integer.parseInt(unassigned.innerText());
    once(drop(made, "desk-stray.zip"), SubmissionState.UNASSIGNED);
    assertThat(unassigned).hasText(Integer.toString(many + 1));
  }
}
