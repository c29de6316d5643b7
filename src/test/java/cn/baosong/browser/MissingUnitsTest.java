package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * 未报送单位: who has not delivered, the reminder, the telephone; and 办理情况. The units here deliver in no
 * other test of the office.
 */
class MissingUnitsTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1974, 4, 9);
  private static final Pattern REMINDED = Pattern.compile("CB-2020-[0-9]{6}");

  @Test
  void aClerkRemindsAUnitOnceAndNotesWhatAnotherSaid() throws IOException {
    HandMade made = HandMade.of(CALL.value(), "11999900MB00003341", "示例自治区民政厅");
    made.candidate("缺一报", identity(BORN), BORN);
    dossiersOf(once(drop(made, "missing.zip"), SubmissionState.PROCESSED))
        .forEach(d -> once(d.number(), DossierState.ACCEPTED));
    Page page = desk(Role.CLERK);
    page.click("nav.rail a:text-is(\"未报送单位\")");
    page.locator("select[name=call]").selectOption(CALL.value());
    page.click(".filters button");

    assertThat(row(page, "示例自治区民政厅")).hasCount(0);
    assertThat(row(page, "示例星辰智能科技有限公司")).hasCount(0);
    assertThat(row(page, "示例自治区科学技术厅")).containsText("未报送");
    assertThat(row(page, "示例自治区科学技术厅")).containsText("不超过 2 名");
    assertThat(row(page, "示例自治区科学技术厅")).containsText("还有 15 天");
    assertThat(page.locator("main")).not().containsText(Pattern.compile("违规(?!。)"));
    holds(page, "missing");

    row(page, "示例自治区科学技术厅").locator("input[type=checkbox]").check();
    page.click("button:text-is(\"预览催报函\")");
    page.locator("details.inline summary").first().click();
    assertThat(page.locator(".letter")).containsText("邮寄材料以邮戳日期为准");
    assertThat(page.locator(".letter")).containsText("请忽略本通知");
    holds(page, "missing-remind");
    page.click("button:text-is(\"发出 1 封催报函\")");
    assertThat(page.locator("main table")).containsText(REMINDED);
    holds(page, "missing-reminded");

    page.click("main td a");
    page.click("main form button:text-is(\"预览催报函\")");
    assertThat(page.locator("main table")).containsText("天内不重复");
    page.locator("input[name=again]").check();
    page.click("button:text-is(\"重新预览\")");
    assertThat(page.locator("[role=status]")).containsText("将发出 1 封");

    page.navigate(address("/missing?call=" + CALL + "&q=0999-1000009"));
    page.click("main td a");
    page.locator("#words").fill(" ");
    page.click("button:text-is(\"记下\")");
    assertThat(page.locator(".wrong")).containsText("请写明");
    page.locator("#with").fill("杨示例");
    page.locator("#words").fill("今年没有合适人选，不推荐。");
    page.click("button:text-is(\"记下\")");
    assertThat(page.locator(".banner.done")).containsText("已记下");
    assertThat(page.locator(".timeline")).containsText("今年没有合适人选");
    holds(page, "missing-unit");
  }

  @Test
  void showsAPhoneTheSameAndAnAuditorNoHand() {
    Page page = desk(390, 844, Role.AUDITOR);
    page.navigate(address("/missing?call=" + CALL + "&kind=CITY_HR"));
    assertThat(row(page, "样板盟人力资源和社会保障局")).isVisible();
    assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
    holds(page, "missing-phone");

    page.navigate(address("/missing?call=" + CALL + "&q=没有这家"));
    assertThat(page.locator(".empty")).containsText("这个范围里没有");
    assertThat(page.locator("main")).containsText("不在此范围");
  }

  @Test
  void tellsHowMuchWasDecidedWithoutAPersonAndLeadsToTheRows() throws IOException {
    HandMade made = HandMade.of(CALL.value(), "11999900MB0000004W", "示例省教育厅");
    made.candidate("缺办完", identity(BORN), BORN);
    made.candidate("缺待认", identity(LocalDate.of(1960, 1, 1)), LocalDate.of(1960, 1, 1));
    dossiersOf(once(drop(made, "progress.zip"), SubmissionState.PROCESSED));
    Page page = desk(Role.CLERK);
    page.click("nav.rail a:text-is(\"办理情况\")");
    assertThat(page.locator(".figure")).containsText("%");
    holds(page, "progress");

    // what is still being read may move from one reason to another meanwhile
    await().atMost(PATIENCE).untilAsserted(() -> leadsToItsRows(page));
    page.setViewportSize(390, 844);
    page.navigate(address("/progress"));
    holds(page, "progress-phone");
  }

  private void leadsToItsRows(Page page) {
    page.navigate(address("/progress"));
    Locator reason = page.locator(".reasons a").first();
    int count = Integer.parseInt(reason.locator("b").innerText());
    reason.click();
    assertThat(page.locator("main .banner")).containsText("等待事项");
    assertThat(page.locator("main tbody tr").count()).isEqualTo(Math.min(50, count));
  }

  private static Locator row(Page page, String unit) {
    return page.locator("main tbody tr", new Page.LocatorOptions().setHasText(unit));
  }
}
