package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The clerk's day at one candidate's papers. */
class DossierPageTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);

  /** May recommend fifteen, so that no other test of the office takes its places. */
  private static final String EDUCATION = "11999900MB0000004W";

  private static final String CLAUSE = "纸质材料和网上填报信息要完全一致。";

  /** One candidate whose paper says another birth date, and whom nobody can decide but a person. */
  private Dossier doubtful(String name, String unit) throws IOException {
    String identity = identity(BORN);
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("姓名", name);
    form.put("身份证件号码", identity);
    form.put("出生日期", "1981-05-06");
    HandMade made =
        HandMade.of("sx-bqw-2020", unit, "")
            .candidate(name, identity, BORN, Map.of("专业技术职称", "工程师"))
            .with("01-" + name + "/登记表.pdf", HandMade.form(form));
    var submission = once(drop(made, identity + ".zip"), SubmissionState.PROCESSED);
    return dossiersOf(submission).get(0);
  }

  private String pageOf(Dossier dossier) {
    return address("/dossiers/" + dossier.publicId());
  }

  private Dossier now(Dossier dossier) {
    return dossiers.find(dossier.number()).orElseThrow();
  }

  @Test
  void printsTheFormOfADossierAndNotesWhoTookIt() throws IOException {
    Dossier dossier = doubtful("林野", EDUCATION);
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));
    Download form = page.waitForDownload(() -> page.locator("a:text-is('打印登记表')").click());
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(form.path()))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("编号：" + dossier.number(), "林野", "1980-05-06");
    }
    page.navigate(pageOf(dossier));
    assertThat(page.locator("body")).containsText(dossier.number() + ".pdf");
  }

  @Test
  void acceptsADoubtfulDossierHavingReadEvidenceAndLetter() throws IOException {
    Dossier dossier = doubtful("林海", EDUCATION);
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));

    assertThat(page.locator("h1")).containsText("林海");
    assertThat(page.locator("body")).not().containsText(dossier.candidate().key());
    assertThat(page.locator(".compare .differs").first()).containsText("出生日期");
    assertThat(page.locator(".compare .differs").first()).containsText("身份不同");
    assertThat(page.locator("svg.times").first()).isVisible();
    holds(page, "dossier");

    page.check("input[value=ACCEPT]");
    page.fill("#reason", "出生日期以身份证为准，已核对");
    page.click("button[name=preview]");
    assertThat(page.locator(".previewed")).containsText("受理通知书");
    holds(page, "dossier-preview");
    assertThat(now(dossier).state()).isEqualTo(DossierState.IN_REVIEW);

    rule(page);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("决定已记入");
    assertThat(page.locator("h1")).containsText("已受理");
    assertThat(page.locator("summary", containing("受理通知书"))).isVisible();
    assertThat(page.locator("body")).containsText("出生日期以身份证为准，已核对");
    holds(page, "dossier-accepted");
  }

  @Test
  void stopsARefusalWhileItIsAboutToLeave() throws IOException {
    Dossier dossier = doubtful("田野", "91999900MB00000109");
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));
    page.check("input[value=REJECT]");
    page.fill("#reason", "经查材料不实");
    rule(page);
    assertThat(page.locator("#clause-wrong")).isVisible();
    assertThat(page.locator("#reason")).hasValue("经查材料不实");
    holds(page, "dossier-wrong");
    page.selectOption("#chosen", CLAUSE);
    rule(page);

    assertThat(page.locator("section.leaving")).containsText("不予受理通知书");
    holds(page, "dossier-leaving");
    page.locator("section.leaving input[name=reason]").fill("再核实一次");
    page.locator("section.leaving button").click();
    page.waitForURL(pageOf(dossier));
    assertThat(page.locator("section.leaving")).hasCount(0);
    assertThat(page.locator("summary", containing("不予受理通知书"))).containsText("已停发");
  }

  @Test
  void showsTheSecondClerkWhatTheFirstDecidedMeanwhile() throws IOException {
    Dossier dossier = doubtful("苏河", "12999900MB00000086");
    Page first = desk(Role.CLERK);
    Page second = desk(Role.CLERK);
    first.navigate(pageOf(dossier));
    second.navigate(pageOf(dossier));
    first.check("input[value=ACCEPT]");
    first.fill("#reason", "第一人认为属实");
    rule(first);
    second.check("input[value=RETURN]");
    second.fill("#reason", "第二人要求补正");
    rule(second);

    assertThat(second.getByRole(AriaRole.ALERT)).containsText("决定没有记入");
    assertThat(second.getByRole(AriaRole.ALERT)).containsText("第一人认为属实");
    assertThat(second.locator("#reason")).hasValue("第二人要求补正");
    assertThat(now(dossier).state()).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void decidesByTheKeyboardAlone() throws IOException {
    Dossier dossier = doubtful("石坚", "11999904MB0000011E");
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));
    page.locator(".next a").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(page.locator("input[value=ACCEPT]")).isChecked();
    page.keyboard().press("Tab");
    page.keyboard().insertText("已核对原件");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("决定已记入");
    assertThat(now(dossier).state()).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void leavesTheNamesOfASenderInert() throws IOException {
    String hostile = "<img src=x onerror=alert(1)>\"'";
    Dossier dossier = doubtful(hostile, "11999901MB00000012");
    Page page = desk(Role.CLERK);
    page.onDialog(dialog -> org.junit.jupiter.api.Assertions.fail(dialog.message()));
    page.navigate(pageOf(dossier));
    assertThat(page.locator("h1 bdi")).hasText(dossier.candidate().name());
    assertThat(page.locator("main img")).hasCount(0);
    page.navigate(address("/dossiers"));
    assertThat(page.locator("table.list")).containsText(dossier.candidate().name());
    assertThat(page.locator("main img")).hasCount(0);
  }

  @Test
  void savesAFileOfThePackageByteForByteAndTheAuditKnows() throws IOException {
    Dossier dossier = doubtful("方舟", "11999902MB0000002K");
    Document wanted =
        dossier.documents().stream()
            .filter(d -> d.suffix().equals("rpu"))
            .findFirst()
            .orElseThrow();
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));
    Download saved =
        page.waitForDownload(
            () -> page.locator(".files a", containing(wanted.name())).first().click());
    assertThat(saved.suggestedFilename()).isEqualTo(wanted.name());
    assertThat(digest(Files.readAllBytes(saved.path()))).isEqualTo(wanted.digest());
    Download original = page.waitForDownload(() -> page.click("a[href$='/original']"));
    assertThat(digest(Files.readAllBytes(original.path())))
        .isEqualTo(submissions.find(dossier.submission()).orElseThrow().first().digest());
    page.reload();
    assertThat(page.locator(".timeline")).containsText("下载材料");
  }

  @Test
  void showsAnIdentityNumberOnceToWhoeverSaysWhy() throws IOException {
    Dossier dossier = doubtful("江流", "11999903MB00000035");
    Page page = desk(Role.CLERK);
    page.navigate(pageOf(dossier));
    page.click("text=查看全号");
    page.fill("#whyshow", "电话核对");
    page.click("text=显示一次");
    assertThat(page.locator(".shown")).hasText(dossier.candidate().key());
    page.reload();
    assertThat(page.locator(".shown")).hasCount(0);
    assertThat(page.locator(".timeline")).containsText("电话核对");
  }

  @Test
  void decidesManyAtOnceAndFitsAPhone() throws IOException {
    Dossier dossier = doubtful("宁静", "11999900MB00000063");
    Page page = desk(390, 844, Role.CLERK);
    page.navigate(pageOf(dossier));
    holds(page, "dossier-phone");
    page.navigate(address("/dossiers?q=宁"));
    page.locator("input[name=chosen]").first().check();
    page.click("summary:has-text('成批决定')");
    holds(page, "dossiers-phone");
    page.selectOption("#ruling", "ACCEPT");
    page.fill("#reason", "成批核对无误");
    page.click("text=预览成批决定");
    assertThat(page.locator("table.list")).containsText("已受理");
    holds(page, "dossiers-bulk");
    page.click("text=对 1 卷作出决定");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("已决定 1 卷");
    holds(page, "dossiers-ruled");
    assertThat(now(dossier).state()).isEqualTo(DossierState.ACCEPTED);
  }

  private static void rule(Page page) {
    page.locator("#rule button[type=submit]:not([name])").click();
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
