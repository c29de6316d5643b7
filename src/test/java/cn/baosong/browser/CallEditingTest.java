package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of a call, from its first line to its publication and back. */
class CallEditingTest extends BrowserOffice {
  private static final String QUIET = "nm-xsd-2023-t3";
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);

  @Autowired Calls calls;

  @Test
  void showsEachFaultAtItsLineAndWhatADraftWouldHaveDecided() throws IOException {
    Dossier waiting = engineer("12999900MB00000099");
    Page page = desk(Role.ADMIN);
    page.navigate(address("/calls/" + CALL));
    page.click("h1 a:text-is(\"编辑\")");
    replace(page, "mode: scan", "mode: fax");
    page.click("button[name=check]");
    Locator fault = page.locator(".places a[data-line]").first();
    assertThat(fault).containsText("call.yaml 第");
    assertThat(page.locator(".panel")).containsText("paper.mode");
    holds(page, "call-edit-faults");
    fault.click();
    assertThat((String) page.evaluate("document.activeElement.name")).isEqualTo("call.yaml");
    assertThat((String) page.evaluate("window.getSelection().toString()")).contains("mode: fax");

    replace(page, "mode: fax", "mode: scan");
    replace(page, "职称不低于(专业技术职称, \"副高\")", "已填(专业技术职称)");
    page.click(".buttons button:text-is(\"存为草稿\")");
    assertThat(page.locator(".banner.bad")).containsText("请写明理由");
    assertThat(page.locator("#reason")).isFocused();
    assertThat(text(page)).contains("已填(专业技术职称)");
    page.fill("#reason", "厅务会议定：职称不再设下限");
    page.click(".buttons button:text-is(\"存为草稿\")");
    assertThat(page.locator(".banner.done")).containsText("草稿已保存，尚未生效");
    holds(page, "call-edit");

    page.click("a:text-is(\"看改动、试算、送复核\")");
    assertThat(page.locator(".diff ins")).containsText("已填(专业技术职称)");
    assertThat(page.locator(".diff del")).containsText("职称不低于");
    assertThat(page.locator(".diff .is-NEW .sign")).containsText("新增");
    page.click("button:text-is(\"试算\")");
    assertThat(page.locator("#trial [role=status]")).containsText("试算完成");
    Locator row = page.locator("#trial tbody tr", containing(waiting.number().value()));
    assertThat(row).containsText("待认定");
    assertThat(row).containsText("已受理");
    assertThat(row).containsText("职称");
    assertThat(row).containsText("骆＊");
    assertThat(page.locator("body")).not().containsText("骆云");
    assertThat(page.locator("body")).not().containsText(waiting.candidate().key());
    holds(page, "call-draft");
    assertThat(dossiers.find(waiting.number()).orElseThrow().state())
        .isEqualTo(DossierState.IN_REVIEW);

    page.click("summary:text-is(\"撤回草稿\")");
    page.click("button:text-is(\"撤回草稿\")");
    assertThat(page.locator("main")).not().containsText("有未发布的草稿");
  }

  @Test
  void publishesByASecondPersonAndBringsTheFormerVersionBack() {
    Page author = desk(Role.ADMIN);
    author.navigate(address("/calls/" + QUIET + "/edit"));
    replace(author, "hold: PT30M", "hold: PT45M");
    author.fill("#reason", "拒收类文书多停一刻钟");
    author.click(".buttons button:text-is(\"存为草稿\")");
    author.click("a:text-is(\"看改动、试算、送复核\")");
    author.click("button:text-is(\"送复核\")");
    assertThat(author.locator(".panel")).containsText("等另一位管理员复核发布");
    assertThat(author.locator("button:text-is(\"发布\")")).hasCount(0);

    Page second = desk(Role.ADMIN);
    second.navigate(address("/calls/" + QUIET));
    second.click("a:text-is(\"看草稿\")");
    second.fill("#reason", "核对无误，同意");
    holds(second, "call-review");
    second.click("button:text-is(\"发布\")");
    assertThat(second.locator(".banner.done")).containsText("已发布");
    assertThat(hold()).isEqualTo(Duration.ofMinutes(45));
    assertThat(second.locator("#versions ~ table tbody tr").first()).containsText("核对无误，同意");
    holds(second, "call-versions");

    second.locator("#versions ~ table tbody tr").nth(1).locator("a").click();
    second.fill("#reason", "恢复原来的停留时间");
    holds(second, "call-version");
    second.click("button:text-is(\"回退到此版\")");
    second.click("button:text-is(\"送复核\")");
    author.navigate(address("/calls/" + QUIET + "/draft"));
    author.fill("#reason", "同意恢复");
    author.click("button:text-is(\"发布\")");
    assertThat(author.locator(".banner.done")).containsText("已发布");
    assertThat(hold()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void keepsWhatWasTypedWhenSomebodyElseSavedMeanwhile() {
    Page one = desk(Role.ADMIN);
    Page other = desk(Role.ADMIN);
    for (Page page : List.of(one, other)) {
      page.navigate(address("/calls/nm-bqw-2017/edit"));
    }
    replace(one, "hold: PT30M", "hold: PT40M");
    one.fill("#reason", "先存的");
    one.click(".buttons button:text-is(\"存为草稿\")");
    replace(other, "hold: PT30M", "hold: PT50M");
    other.fill("#reason", "后存的");
    other.click(".buttons button:text-is(\"存为草稿\")");
    assertThat(other.locator(".banner.bad")).containsText("草稿已由");
    assertThat(text(other)).contains("PT50M");
    holds(other, "call-edit-conflict");
    other.click(".buttons button:text-is(\"存为草稿\")");
    assertThat(other.locator(".banner.done")).containsText("草稿已保存");
    withdraws(other, "nm-bqw-2017");
  }

  @Test
  void beginsANewCallAsACopyAndWarnsOfADeadlineThatIsNear() {
    Page page = desk(Role.ADMIN);
    page.navigate(address("/calls"));
    page.click("a:text-is(\"新通知\")");
    page.fill("#id", "sx-bqw-2020");
    page.click("button:text-is(\"开始写\")");
    assertThat(page.locator(".wrong")).containsText("已有通知或草稿");
    page.fill("#id", "xs-rcgc-2020");
    page.selectOption("#from", "sx-bqw-2020");
    holds(page, "call-new");
    page.click("button:text-is(\"开始写\")");
    replace(page, "date: 2020-03-31", "date: 2020-03-18");
    page.click("button[name=check]");
    assertThat(page.locator(".banner.warn")).containsText("截止前修改规则");
    page.fill("#reason", "新通知");
    page.click(".buttons button:text-is(\"存为草稿\")");
    assertThat(page.locator(".banner.done")).containsText("草稿已保存");

    Page auditor = desk(390, 844, Role.AUDITOR);
    auditor.navigate(address("/calls/xs-rcgc-2020/draft"));
    assertThat(auditor.locator(".diff").first()).containsText("新文件");
    assertThat(auditor.locator("main form")).hasCount(0);
    holds(auditor, "call-draft-phone");
    assertThat(calls.find(new CallId("xs-rcgc-2020"))).isEmpty();
    page.navigate(address("/calls"));
    assertThat(page.locator("tr", containing("xs-rcgc-2020"))).containsText("草稿");
    withdraws(page, "xs-rcgc-2020");
  }

  @Test
  void isGoodOnAPhoneAndExplainsEveryKey() {
    Page page = desk(390, 844, Role.ADMIN);
    page.navigate(address("/calls/" + QUIET + "/edit"));
    holds(page, "call-edit-phone");
    page.navigate(address("/calls/guide"));
    assertThat(page.locator("tr", containing("deadlines[].date"))).containsText("必写");
    holds(page, "call-guide-phone");
  }

  private void withdraws(Page page, String call) {
    page.navigate(address("/calls/" + call + "/draft"));
    page.click("summary:text-is(\"撤回草稿\")");
    page.click("button:text-is(\"撤回草稿\")");
    page.waitForURL(address("/calls") + "**");
  }

  /** A candidate whose title is below what the call asks for, and so before a person. */
  private Dossier engineer(String unit) throws IOException {
    String identity = identity(BORN);
    HandMade made =
        HandMade.of(CALL.value(), unit, "")
            .candidate("骆云", identity, BORN, Map.of("专业技术职称", "工程师"));
    Submission submission = once(drop(made, identity + ".zip"), SubmissionState.PROCESSED);
    Dossier dossier = dossiersOf(submission).get(0);
    assertThat(dossier.state()).isEqualTo(DossierState.IN_REVIEW);
    return dossier;
  }

  private Duration hold() {
    return calls.find(new CallId(QUIET)).orElseThrow().letters().hold();
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Once the page is whole: a text area that is still being sent holds the first half. */
  private static String text(Page page) {
    Locator area = page.locator("textarea[name='call.yaml']");
    area.waitFor();
    page.waitForLoadState();
    return area.inputValue();
  }

  private static void replace(Page page, String words, String others) {
    String text = text(page);
    assertThat(text).contains(words);
    page.locator("textarea[name='call.yaml']").fill(text.replace(words, others));
  }
}
