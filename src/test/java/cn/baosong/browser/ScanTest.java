package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.Value;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CellReader;
import cn.baosong.desk.FormDesk;
import cn.baosong.desk.FormPress;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Papers;
import cn.baosong.desk.Scans;
import cn.baosong.journey.HandMade;
import cn.baosong.reader.scan.Photos;
import cn.baosong.reader.scan.Scanner;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Printed, signed, scanned askew and laid into the mail room's folder. */
class ScanTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1979, 3, 4);

  @Autowired private Calls calls;
  @Autowired private FormDesk printer;
  @Autowired private Scans scans;
  @Autowired private CellReader texts;
  @Autowired private Papers papers;
  @Autowired private Letters letters;

  @Test
  void acceptsADossierOnceTheScanOfItsOwnPrintedFormIsThere() throws IOException {
    Dossier dossier = unread("木兰", "11999900MB00000050");
    Page page = desk(Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));
    Download form = page.waitForDownload(() -> page.locator("a:text-is('打印登记表')").click());
    lay(Files.readAllBytes(form.path()), "signed.pdf");

    once(dossier.number(), DossierState.ACCEPTED);
    page.reload();
    assertThat(page.locator(".compare")).containsText("signed.pdf ");
    assertThat(page.locator("main")).containsText("signed.pdf");
  }

  @Test
  void showsAPersonTheOneFieldThatWasPrintedOtherwiseAndDecidesNothing() throws IOException {
    Dossier dossier = unread("木槿", "11999900MB00000050");
    Map<String, Value> altered = new LinkedHashMap<>(dossier.form().fields());
    altered.put("专业技术职称", new Value.Text("研究员"));
    lay(printer.printDraft(new FormData(altered), calls.find(CALL).orElseThrow()), "altered.pdf");

    await().atMost(PATIENCE).until(() -> mismatches(dossier), found -> !found.isEmpty());
    assertThat(mismatches(dossier))
        .extracting(Finding::outcome, Finding::rule)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Outcome.REFER, "专业技术职称"));
    assertThat(now(dossier).state()).isEqualTo(DossierState.IN_REVIEW);
    Page page = desk(Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));
    assertThat(page.locator(".compare .differs")).containsText("专业技术职称");
    holds(page, "dossier-scan");
    await().atMost(PATIENCE).until(() -> reads(dossier));
    assertThat(inquiries(dossier))
        .hasSize(texts.isInstalled() ? 1 : 0)
        .allSatisfy(letter -> assertThat(letter.sections().toString()).contains("研究员"));
  }

  /** Whether nothing of the candidate's scans is still to be read, and it was judged since. */
  private boolean reads(Dossier dossier) {
    return scans.ofUnit(CALL, dossier.unit()).stream().noneMatch(Scan::isToBeRead)
        && decisionOn(dossier).findings().stream().noneMatch(f -> f.sentence().contains("待识别"));
  }

  private List<Letter> inquiries(Dossier dossier) {
    return letters.of(dossier.submission()).stream()
        .filter(letter -> letter.kind() == LetterKind.INQUIRY)
        .toList();
  }

  @Test
  void showsAPersonWhatWasWrittenOverOnPaperThoughItsCodeIsIntact() throws IOException {
    Assumptions.assumeTrue(
        texts.isInstalled(),
        "no Tesseract with chi_sim: apt-get install tesseract-ocr tesseract-ocr-chi-sim");
    Dossier dossier = unread("木槐", "11999900MB00000050");
    Call call = calls.find(CALL).orElseThrow();
    Map<String, Value> altered = new LinkedHashMap<>(dossier.form().fields());
    altered.put("专业技术职称", new Value.Text("研究员"));
    FormPress.Printed honest = printer.printed(dossier, call, dossier.number().value());
    BufferedImage sheet = Scanner.pages(honest.pdf()).get(0);
    // the cell of another printing pasted over that of the honest one: the code is as it was
    Scanner.paste(
        Scanner.pages(printer.printDraft(new FormData(altered), call)).get(0),
        sheet,
        place(honest, "专业技术职称"));
    List<BufferedImage> pages = new ArrayList<>(Scanner.pages(honest.pdf()));
    pages.set(0, sheet);
    laid(Scanner.pdf(pages.stream().map(Scanner::askew).toList()), "written-over.pdf");

    await().atMost(PATIENCE).until(() -> mismatches(dossier), found -> !found.isEmpty());
    assertThat(mismatches(dossier))
        .extracting(
            Finding::outcome,
            Finding::rule,
            f -> f.comparison().orElseThrow().paper(),
            f -> f.comparison().orElseThrow().electronic())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Outcome.REFER, "专业技术职称", "研究员", dossier.form().text("专业技术职称").orElseThrow()));
    assertThat(now(dossier).state()).isEqualTo(DossierState.IN_REVIEW);
    asksTheUnit(dossier);

    Page page = desk(Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));
    Locator row = page.locator(".compare tr.differs:has-text('专业技术职称')");
    assertThat(row.locator("img.crop")).hasCount(2);
    Locator cut = row.locator("img.crop").nth(1);
    cut.evaluate("i => i.scrollIntoView()"); // fetched once it is in sight
    page.waitForCondition(() -> (Boolean) cut.evaluate("i => i.naturalWidth > 100"));
    showsANumberOnlyWithAReason(page);
    holds(page, "dossier-crops");
    page.click("a:text-is('纸电核对表')");
    assertThat(page.locator("main.sheet")).containsText("研究员");
    assertThat(page.locator("main.sheet")).not().containsText(dossier.candidate().key());
    holds(page, "comparison");
    Download leaf = page.waitForDownload(() -> page.click("a:text-is('核对表 PDF')"));
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(leaf.path()))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
          .contains("纸电核对表", dossier.number().value(), "研究员", "内容不同", "复核人")
          .doesNotContain(dossier.candidate().key());
    }
    byTwo(dossier);
  }

  /** The code is intact and the title can still be read: the line through it is what counts. */
  @Test
  void leavesToAPersonWhatWasCrossedOutByHandThoughItCanStillBeRead() throws IOException {
    Dossier dossier = unread("木荷", "11999900MB00000050");
    Call call = calls.find(CALL).orElseThrow();
    FormPress.Printed honest = printer.printed(dossier, call, dossier.number().value());
    List<BufferedImage> pages = new ArrayList<>(Scanner.pages(honest.pdf()));
    Area title = place(honest, "专业技术职称");
    Scanner.penned(pages.get(0), title, Scanner.Pen.LINE, title.x() + 3, title.x() + 60);
    laid(Scanner.pdf(pages.stream().map(Scanner::askew).toList()), "crossed-out.pdf");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                decisionOn(dossier).findings().stream()
                    .anyMatch(f -> f.sentence().contains("可能有手写改动")));
    assertThat(now(dossier).state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(mismatches(dossier)).isEmpty();
    Page page = desk(Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));
    Locator row = page.locator(".compare tr.differs:has-text('专业技术职称')");
    assertThat(row).containsText("待人工核对");
    assertThat(row.locator("img.crop")).hasCount(2);
    holds(page, "dossier-crossed-out");
  }

  /** A letter lies ready that asks the unit about the difference; only a person sends it. */
  private void asksTheUnit(Dossier dossier) {
    Letter inquiry = inquiries(dossier).stream().findFirst().orElseThrow();
    assertThat(inquiry.state()).isEqualTo(LetterState.DRAFT);
    assertThat(inquiry.sections().toString())
        .contains("研究员", dossier.form().text("专业技术职称").orElseThrow(), "不是取消推荐人选资格的决定")
        .doesNotContain(dossier.candidate().key());
  }

  private static void showsANumberOnlyWithAReason(Page page) {
    Locator row = page.locator(".compare tr:has-text('身份证件号码')");
    assertThat(row.locator("img.crop")).hasCount(0);
    row.locator("summary").click();
    row.locator("input[name=reason]").fill("对照纸质件");
    row.locator("button[type=submit]").click();
    assertThat(page.locator(".banner img.crop")).hasCount(2);
    page.reload();
    assertThat(page.locator(".banner img.crop")).hasCount(0);
  }

  /** Two people of the mail room, who see no data, and what the first typed nobody. */
  private void byTwo(Dossier dossier) {
    String keying = "/dossiers/" + dossier.publicId() + "/keying";
    Page first = desk(Role.MAIL_ROOM);
    first.navigate(address(keying));
    assertThat(first.locator("main")).not().containsText("木槐");
    holds(first, "keying");
    type(first, "木 槐", dossier);
    assertThat(first.locator(".banner.done")).isVisible();
    assertThat(first.locator("main form")).hasCount(0);

    Page second = desk(Role.MAIL_ROOM);
    second.navigate(address("/paper"));
    second.click("#keying ~ ul a:has-text('" + dossier.number().value() + "')");
    assertThat(second.locator("main")).not().containsText("木 槐");
    type(second, "木鬼", dossier);
    Page clerk = desk(Role.CLERK);
    clerk.navigate(address("/dossiers/" + dossier.publicId()));
    assertThat(clerk.locator("main")).containsText("两人录得不一样：姓名");

    Page third = desk(Role.MAIL_ROOM);
    third.navigate(address(keying));
    type(third, "木槐", dossier);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                decisionOn(dossier).findings().stream()
                    .anyMatch(f -> f.rule().equals("姓名") && f.place().equals("双人盲录")));
  }

  private static void type(Page page, String name, Dossier dossier) {
    Locator inputs = page.locator("main form input[id^=field]");
    for (int i = 0; i < inputs.count(); i++) {
      String label = page.locator("label[for=field" + i + "]").textContent();
      String value = dossier.form().text(label).orElse("");
      inputs.nth(i).fill(label.equals("姓名") ? name : value);
    }
    page.click("main form button[type=submit]");
  }

  private static Area place(FormPress.Printed printed, String field) {
    return printed.places().stream()
        .filter(p -> p.field().equals(field))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void keepsAScanThatCameFirstUntilItsDossierIsThere() throws IOException {
    String identity = identity(BORN);
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("姓名", new Value.Text("木棉"));
    data.put("身份证件号码", new Value.Text(identity));
    lay(printer.printDraft(new FormData(data), calls.find(CALL).orElseThrow()), "early.pdf");
    await().atMost(PATIENCE).until(() -> waits("early.pdf"));
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper"));
    assertThat(page.locator("main")).containsText("early.pdf");
    holds(page, "paper-scans");

    dossier("木棉", identity, "11999900MB00000050");
    await().atMost(PATIENCE).until(() -> !waits("early.pdf"));
  }

  @Test
  void leavesAScanWithoutACodeToAPerson() throws IOException {
    Dossier dossier = unread("木樨", "11999900MB00000050");
    laid(HandMade.pdf(3), "handwritten.pdf");
    await().atMost(PATIENCE).until(() -> waits("handwritten.pdf"));
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper"));
    Locator scan = page.locator("li:has-text('handwritten.pdf')");
    assertThat(scan).containsText("没有读到登记表二维码");
    scan.locator("summary").click();
    scan.locator("input[name=number]").fill(dossier.number().value());
    scan.locator("button:text-is('归入该卷')").click();
    assertThat(page.locator(".banner.done")).containsText("已归入");
    await()
        .atMost(PATIENCE)
        .until(() -> scans.ofUnit(CALL, dossier.unit()).stream().noneMatch(Scan::isAwaited));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                decisionOn(dossier).findings().stream()
                    .anyMatch(f -> f.code() == FindingCode.PAPER_UNREADABLE && f.isTold()));
    assertThat(mismatches(dossier)).isEmpty();
    Page clerk = desk(Role.CLERK);
    clerk.navigate(address("/dossiers/" + dossier.publicId()));
    if (texts.isInstalled()) {
      assertThat(clerk.locator("main")).containsText("没有本办打印的登记表二维码");
    }
  }

  @Test
  void takesTheParcelThatAFileBesideAScanDescribesAndACoverByItsCode() throws IOException {
    String unit = "11999900MB00000050";
    String code = new CoverCode(CALL, new UnitCode(unit), "").text();
    laid(Photos.coded(code), "IMG_20200316.jpg");
    String parcel =
        """
        {"cover": "%s", "parcel": {"carrier": "EMS", "item": "EX8800000001",
         "dispatchPostmark": "2020-03-14", "received": "2020-03-16T08:30:00+08:00"}}
        """;
    laid(parcel.formatted(code).getBytes(StandardCharsets.UTF_8), "parcel.json");
    laid("{\"item\": 7}".getBytes(StandardCharsets.UTF_8), "beside.json");
    await().atMost(PATIENCE).until(() -> waits("beside.json"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                papers.ofUnit(CALL, new UnitCode(unit)).stream()
                    .anyMatch(p -> p.parcel().item().equals("EX8800000001")));
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper"));
    assertThat(page.locator("li:has-text('beside.json')")).containsText("不认识的键：item");
    page.click("a:has-text('登记 IMG_20200316.jpg')");
    assertThat(page.locator("#unit")).hasValue(unit);
    page.navigate(address("/paper"));
    page.click("summary:has-text('beside.json')");
    holds(page, "paper-laid");
    page.fill("li:has-text('beside.json') input[name=reason]", "写错了，另行登记");
    page.click("li:has-text('beside.json') button");
    assertThat(page.locator(".banner.done")).containsText("已办结");
    assertThat(page.locator("main")).not().containsText("beside.json");
  }

  private boolean waits(String name) {
    return scans.waiting(50).stream().anyMatch(s -> s.file().name().equals(name));
  }

  private List<Finding> mismatches(Dossier dossier) {
    return decisionOn(dossier).findings().stream()
        .filter(f -> f.code() == FindingCode.PAPER_MISMATCH && f.isTold())
        .toList();
  }

  private Dossier now(Dossier dossier) {
    return dossiers.find(dossier.number()).orElseThrow();
  }

  /** A candidate whose enclosed form is a scan that no machine reads. */
  private Dossier unread(String name, String unit) throws IOException {
    Dossier dossier = dossier(name, identity(BORN), unit);
    return once(dossier.number(), DossierState.IN_REVIEW);
  }

  private Dossier dossier(String name, String identity, String unit) throws IOException {
    HandMade made =
        HandMade.of("sx-bqw-2020", unit, "")
            .candidate(name, identity, BORN)
            .with("01-" + name + "/登记表.pdf", HandMade.pdf(2));
    return dossiersOf(once(drop(made, identity + ".zip"), SubmissionState.PROCESSED)).get(0);
  }

  private void lay(byte[] printed, String name) throws IOException {
    laid(Scanner.pdf(Scanner.pages(printed).stream().map(Scanner::askew).toList()), name);
  }

  private void laid(byte[] scan, String name) throws IOException {
    Path paper = Files.createDirectories(settings.inbox().resolve("paper"));
    Path part = Files.write(paper.resolve(name + ".part"), scan);
    Files.move(part, paper.resolve(name));
  }
}
