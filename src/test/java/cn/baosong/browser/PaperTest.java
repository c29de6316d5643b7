package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import cn.baosong.reader.scan.Photos;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mail room's day: parcels keyed in without a mouse, and looked at by a second person. */
class PaperTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 3);
  private static final String UNIT = "示例省农业农村厅";
  private static final String CODE = "11999900MB00000076";

  @Test
  void aParcelKeyedWithoutAMouseJoinsWhatCameByTheFolder() throws IOException {
    String identity = identity(BORN);
    var sent =
        once(
            drop(
                HandMade.of(CALL.value(), CODE, UNIT).candidate("纪收发", identity, BORN),
                "paper-joins.zip"),
            SubmissionState.PROCESSED);
    String dossier = dossiersOf(sent).get(0).number().value();
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper/new?call=" + CALL.value()));

    assertThat(page.locator("#unit")).isFocused();
    type(page, "省农业农村");
    assertThat(page.locator("#units option")).hasCount(1);
    page.keyboard().press("ControlOrMeta+a");
    type(page, UNIT);
    // The first key after the browser's own list has opened only closes it.
    do {
      page.keyboard().press("Tab");
    } while (page.locator("#unit:focus").count() > 0);
    tab(page, "EMS");
    tab(page, "1234567890123");
    tab(page, null);
    tab(page, "20200315");
    tab(page, null);
    tab(page, "2020-3-16");
    tab(page, "纪收发");
    tab(page, identity);
    holds(page, "paper-form");
    page.keyboard().press("Enter");

    assertThat(page.locator(".banner.done")).containsText("纪收发：并入 " + dossier);
    assertThat(page.locator("#call")).hasValue(CALL.value());
    assertThat(page.locator("#unit")).isFocused();
    holds(page, "paper-done");
  }

  @Test
  void whoIsOnPaperOnlyWaitsForTheElectronicHalf() {
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper/new?call=" + CALL.value()));
    page.fill("#unit", UNIT);
    page.fill("[name='p0.name']", "纪只纸");
    page.fill("[name='p0.identity']", identity(BORN));
    page.locator("#more").press("Enter");

    assertThat(page.locator("[name='p1.name']")).isFocused();
    assertThat(page.locator("[name='p0.name']")).hasValue("纪只纸");
    page.keyboard().type("纪次人");
    page.locator("[name='p1.name']").press("Enter");
    assertThat(page.locator(".banner.done li")).hasCount(2);
    assertThat(page.locator(".banner.done")).containsText("纪次人：还没有电子材料");
  }

  @Test
  void aLateAnswerToTheChoiceOfCallTakesNothingThatWasTypedMeanwhile() {
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper/new"));
    List<Route> held = new ArrayList<>();
    page.route(
        "**/paper/new",
        route -> {
          if (route.request().method().equals("POST") && held.isEmpty()) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    page.selectOption("#call", CALL.value());
    page.waitForCondition(() -> !held.isEmpty());
    page.fill("#unit", UNIT);
    page.fill("#item", "9988776655443");
    page.fill("[name='p0.identity']", "1");
    page.locator("[name='p0.name']").focus();
    page.keyboard().type("纪晚");
    held.get(0).resume();

    assertThat(page.locator("[name^='p0.field.']").first()).isVisible();
    assertThat(page.locator("[name='p0.name']")).isFocused();
    page.keyboard().type("到");
    assertThat(page.locator("[name='p0.name']")).hasValue("纪晚到");
    assertThat(page.locator("[name='p0.identity']")).hasValue("1");
    assertThat(page.locator("#unit")).hasValue(UNIT);
    assertThat(page.locator("#item")).hasValue("9988776655443");
    assertThat(page.locator("#call")).hasValue(CALL.value());
  }

  @Test
  void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
    Page page = desk(390, 844, Role.MAIL_ROOM);
    page.navigate(address("/paper/new?call=" + CALL.value()));
    page.fill("#unit", "查无此单位");
    page.fill("#dispatchPostmark", "2020-13-41");
    page.fill("[name='p0.identity']", "1");
    page.locator("#item").press("Enter");

    assertThat(page.locator(".banner.bad")).containsText("有 3 处要改");
    assertThat(page.locator("#unit")).isFocused();
    assertThat(page.locator("#unit")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#dispatchPostmark")).hasValue("2020-13-41");
    holds(page, "paper-wrong-phone");
  }

  @Test
  void aSecondPersonConfirmsAParcelNearTheDeadline() {
    String first = account(List.of(), Role.MAIL_ROOM);
    Page page = login(first, WIDTH, HEIGHT);
    page.navigate(address("/paper/new?call=" + CALL.value()));
    page.fill("#unit", UNIT);
    page.fill("#received", "2020-04-02 10:15");
    page.fill("#dispatchPostmark", "20200401");
    page.fill("[name='p0.name']", "纪临期");
    page.locator("[name='p0.name']").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("第二人确认");
    page.navigate(address("/paper?awaiting=true"));
    Locator own = page.locator("tr", new Page.LocatorOptions().setHasText("纪临期"));
    assertThat(own).containsText("待第二人确认");
    assertThat(own.locator("button")).hasCount(0);

    Page other = desk(Role.MAIL_ROOM);
    other.navigate(address("/paper?awaiting=true"));
    holds(other, "paper-awaiting");
    other
        .locator("tr", new Page.LocatorOptions().setHasText("纪临期"))
        .locator("button")
        .press("Enter");
    assertThat(other.locator(".banner.done")).containsText("已复核");
    assertThat(other.locator("main")).not().containsText("纪临期");
    other.navigate(address("/paper?call=" + CALL.value()));
    assertThat(other.locator("main")).containsText(Pattern.compile("纪临期"));
    holds(other, "paper");
  }

  @Test
  void anIllegiblePostmarkIsLookedAtOnThePhotoThatAPhoneTook() {
    Page page = desk(390, 844, Role.MAIL_ROOM);
    page.navigate(address("/paper"));
    page.setInputFiles(
        "#snap",
        new FilePayload(
            "封面-99 8877.jpg", "image/jpeg", Photos.coded("BSF1/SX-BQW-2020/" + CODE + "/-")));
    page.locator(".snap button").press("Enter");

    assertThat(page.locator("#unit")).hasValue(CODE);
    assertThat(page.locator("#item")).hasValue("998877");
    page.check("[name='illegible']");
    page.fill("#carrier", "EMS");
    page.fill("#received", "2020-04-12 10:15");
    page.fill("[name='p0.name']", "纪照片");
    page.fill("[name='p0.copies.registration']", "2");
    holds(page, "paper-cover-phone");
    page.locator("[name='p0.name']").press("Enter");
    page.locator(".banner.done a").first().press("Enter");

    assertThat(page.locator(".photos img")).hasCount(1);
    assertThat(page.locator("main")).containsText("没有能辨认的邮戳");
    assertThat(page.locator("main")).containsText("少 1 份");
    holds(page, "parcel-phone");
    page.setInputFiles("#photo", new FilePayload("背面.png", "image/png", Photos.png(900, 600)));
    page.locator("section[aria-labelledby='covers'] button").press("Enter");
    assertThat(page.locator(".photos img")).hasCount(2);
    page.setViewportSize(WIDTH, HEIGHT);
    holds(page, "parcel");
  }

  @Test
  void theMailRoomsDayWithOriginalsAListAndAParcelNobodyAnnounced() {
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/paper/new?call=dt-xsdt-2020"));
    page.fill("#unit", UNIT);
    page.fill("#carrier", "EMS");
    page.fill("#item", "20200001");
    page.fill("[name='p0.name']", "纪原件");
    page.fill("[name='p0.copies.originals']", "2");
    page.locator("[name='p0.name']").press("Enter");
    page.locator(".banner.done a").first().press("Enter");
    page.locator("form[action$='/closing'] button").press("Enter");
    assertThat(page.locator(".banner.bad")).containsText("原件");
    page.locator("article [name='step']").selectOption("RETURNED");
    page.fill("article [name='where']", "王某");
    page.locator("article [name='where']").press("Enter");
    assertThat(page.locator("main")).containsText("已退还");
    holds(page, "parcel-originals");
    page.locator("a[href$='/slip']").press("Enter");
    assertThat(page.locator("main")).containsText("王某");
    holds(page, "parcel-slip");
    page.locator(".crumbs a").first().press("Enter");
    page.locator("form[action$='/closing'] button").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("已归档");

    page.navigate(address("/paper/list"));
    page.setInputFiles(
        "#list",
        new FilePayload(
            "邮寄登记表.csv",
            "text/csv",
            ("通知,报送单位,承运,邮件号,寄出邮戳,收到时间,姓名\n"
                    + CALL.value()
                    + ","
                    + UNIT
                    + ",EMS,20200002,20200314,2020-03-16 09:30,纪表一\n,,,,,,纪表二\n"
                    + CALL.value()
                    + ",查无此单位,EMS,20200003,20200314,2020-03-16 09:31,纪表三\n")
                .getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").press("Enter");
    assertThat(page.locator(".banner")).containsText("新登记 2 行，早已登记 0 行，有误 1 行");
    holds(page, "paper-list");

    page.setViewportSize(390, 844);
    page.navigate(address("/paper/new"));
    page.fill("#item", "20200004");
    page.locator("main details summary").press("Enter");
    page.fill("#words", "寄往贵单位，内有材料");
    page.locator("[name='act'][value='stray']").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("已收下");
    holds(page, "paper-strays-phone");
    page.locator("section[aria-labelledby='strays'] a").first().press("Enter");
    page.selectOption("#call", CALL.value());
    page.fill("#unit", UNIT);
    page.locator("#unit").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("已登记");
    page.navigate(address("/paper"));
    assertThat(page.locator("#strays")).hasCount(0);
  }

  private static void type(Page page, String text) {
    page.keyboard().type(text);
  }

  /** To the next field, and something into it. */
  private static void tab(Page page, String text) {
    page.keyboard().press("Tab");
    if (text != null) {
      page.keyboard().type(text);
    }
  }
}
