package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole days without a mouse: no click, and no focus but by the keys. */
class KeyboardDayTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
  private static final String CLAUSE = "纸质材料和网上填报信息要完全一致。";
  private static final String DEPARTMENT = "sx-zjfw";

  @Test
  void theClerksDayByTheKeyboardAlone() throws IOException {
    List<Dossier> people = doubtful("keyboard-clerk.zip", "键盘甲", "键盘乙", "键盘丙");
    Page page = blank(WIDTH, HEIGHT);
    Keys keys = logsIn(page, account(List.of(), Role.CLERK));
    holds(page, "keys-inbox");

    keys.to("input[name=q]").types("keyboard-clerk").enters("q=keyboard-clerk");
    assertThat(page.locator("table.list tbody tr")).hasCount(1);
    keys.to("table.list tbody a").enters("/submissions/");
    holds(page, "keys-submission");
    keys.to("main a[href*='/dossiers/" + people.get(0).publicId() + "']")
        .enters("/dossiers/[^/?]+$");
    holds(page, "keys-dossier");

    refuses(page, keys, people.get(0));
    takesItBack(page, keys, people.get(0));
    decidesTwoAtOnce(page, keys, people.subList(1, 3));

    keys.back("a.product").enters("localhost:[0-9]+/$");
    keys.to("input[name=q]").types("keyboard-nothing").enters("q=keyboard-nothing");
    assertThat(page.locator(".empty")).containsText("没有符合这些条件的报送");
    logsOut(page, keys);
  }

  private void refuses(Page page, Keys keys, Dossier dossier) {
    keys.to("input[name=ruling]").press("Space").chooses("REJECT");
    keys.to("#reason").types("经查材料不实");
    keys.to("#chosen").chooses(CLAUSE);
    keys.to("button[name=preview]").press("Enter");
    assertThat(page.locator(".previewed")).containsText("不予受理通知书");
    assertThat(page.locator(".previewed")).containsText(CLAUSE);
    holds(page, "keys-preview");
    assertThat(now(dossier)).as("a preview changes nothing").isEqualTo(dossier);
    keys.to("#rule button[type=submit]:not([name])").press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("决定已记入");
    assertThat(page.locator("h1")).containsText("不予受理");
    assertThat(now(dossier).state()).isEqualTo(DossierState.REJECTED);
  }

  /**
   * Nothing is overwritten: a new decision takes the former back, and its letter does not leave.
   */
  private void takesItBack(Page page, Keys keys, Dossier dossier) {
    keys.to("input[name=ruling]").press("Space").chooses("ACCEPT");
    keys.to("#reason").types("复核属实，收回前一决定");
    keys.to("#rule button[type=submit]:not([name])").press("Enter");
    assertThat(page.locator("h1")).containsText("已受理");
    assertThat(page.locator(".timeline")).containsText("经查材料不实");
    assertThat(page.locator(".timeline")).containsText("复核属实，收回前一决定");
    assertThat(page.locator("section.leaving:has-text('不予受理通知书')")).hasCount(0);
    assertThat(page.locator("summary:has-text('不予受理通知书')")).containsText("已停发");
    holds(page, "keys-undone");
    assertThat(now(dossier).state()).isEqualTo(DossierState.ACCEPTED);
  }

  private void decidesTwoAtOnce(Page page, Keys keys, List<Dossier> two) {
    keys.back("nav.rail a[href$='/dossiers']").enters("/dossiers$");
    keys.to("input[name=q]").types("键盘").enters("/dossiers\\?");
    assertThat(page.locator("table.list tbody tr")).hasCount(3);
    keys.to("summary:not(.rail summary)").press("Enter");
    keys.to("#ruling").chooses("ACCEPT");
    keys.to("main #reason").types("已核对原件");
    for (Dossier one : two) {
      keys.to("input[name=chosen][value^='" + one.publicId() + "@']").press("Space");
    }
    keys.back("button[name=preview]").press("Enter");
    assertThat(page.locator("h1")).containsText("2");
    holds(page, "keys-bulk");
    keys.to("button[type=submit]:not([name]):not(.quiet)").enters("/dossiers/rulings$");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("已决定 2 卷");
    assertThat(page.locator("table.list tbody tr")).hasCount(2);
    holds(page, "keys-ruled");
    for (Dossier one : two) {
      assertThat(now(one).state()).isEqualTo(DossierState.ACCEPTED);
    }
  }

  @Test
  void theMailRoomsDayByTheKeyboardAlone() {
    Page page = blank(WIDTH, HEIGHT);
    Keys keys = logsIn(page, account(List.of(), Role.MAIL_ROOM));
    keys.to("nav.rail a[href$='/paper']").enters("/paper$");
    holds(page, "keys-paper");
    keys.to("main a[href*='/paper/new']").enters("/paper/new");
    if (page.locator("#unit").count() == 0 || !"".equals(page.locator("#call").inputValue())) {
      keys.back("#call");
    }
    keys.chooses(CALL.value());
    assertThat(page.locator(".htmx-request")).hasCount(0);
    assertThat(page.locator("#call")).hasValue(CALL.value());
    keys.to("#unit").types("11999900MB00000050");
    keys.to("#item").types("1234567890124");
    keys.to("#dispatchPostmark").types("20200315");
    keys.to("[name='p0.name']").types("键收发");
    keys.to("[name='p0.identity']").types(identity(BORN)).press("Enter");
    assertThat(page.locator(".banner.done")).containsText("键收发");
    holds(page, "keys-paper-done");
    keys.back("nav.rail a[href$='/register']").enters("/register");
    holds(page, "keys-register");
    logsOut(page, keys);
    // each further call on the way down the list puts off the one before
    forgives("htmx:sendAbort");
    forgives("htmx:afterRequest");
  }

  @Test
  void theOfficersDayByTheKeyboardAlone() throws IOException {
    Dossier mine = accepted("keyboard-officer.zip", "键承办");
    Page page = blank(WIDTH, HEIGHT);
    Keys keys = logsIn(page, account(List.of(DEPARTMENT), Role.OFFICER));
    if (!page.url().contains("/queues/")) {
      keys.to("nav.rail a[href*='/queues']").enters("/queues/" + DEPARTMENT + "$");
    }
    keys.to("button[aria-label*='" + mine.number() + "']:not(.danger)").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("已认领");
    holds(page, "keys-queue");
    keys.to("tbody a[href*='/dossiers/" + mine.publicId() + "']").enters("/dossiers/[^/?]+$");
    holds(page, "keys-officer-dossier");
    keys.back("nav.rail a[href*='/queues']").enters("/queues/" + DEPARTMENT + "$");
    keys.to("tbody input[type=checkbox][value*='" + mine.number() + "']").press("Space");
    keys.to("#to").types("示例评审委员会办公室").press("Enter");
    assertThat(page.locator("h1")).containsText("移交清单");
    assertThat(page.locator(".digests code").first())
        .hasText(mine.documents().get(0).digest().hex());
    holds(page, "keys-handover");
    logsOut(page, keys);
  }

  private Keys logsIn(Page page, String name) {
    Keys keys = new Keys(page);
    page.navigate(address("/login"));
    assertThat(page.locator("#username")).isFocused();
    holds(page, "keys-login");
    keys.types(name).to("#password").types(PASSWORD).press("Enter");
    assertThat(page.locator("nav.rail")).isVisible();
    return keys;
  }

  private void logsOut(Page page, Keys keys) {
    keys.back("form[action$='/logout'] button").enters("/login\\?logout$");
    assertThat(page.locator(".banner")).containsText("已退出");
  }

  private List<Dossier> doubtful(String file, String... names) throws IOException {
    HandMade made = HandMade.of(CALL.value(), "11999902MB0000002K", "");
    for (int i = 0; i < names.length; i++) {
      String identity = identity(BORN);
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("姓名", names[i]);
      form.put("身份证件号码", identity);
      form.put("出生日期", "1981-05-06");
      made.candidate(names[i], identity, BORN, Map.of("专业技术职称", "工程师"))
          .with("%02d-%s/登记表.pdf".formatted(i + 1, names[i]), HandMade.form(form));
    }
    return dossiersOf(once(drop(made, file), SubmissionState.PROCESSED));
  }

  private Dossier accepted(String file, String name) throws IOException {
    HandMade made =
        HandMade.of(CALL.value(), "11999900MB0000004W", "示例省教育厅")
            .candidate(name, identity(BORN), BORN);
    Dossier one = dossiersOf(once(drop(made, file), SubmissionState.PROCESSED)).get(0);
    return once(one.number(), DossierState.ACCEPTED);
  }

  private Dossier now(Dossier dossier) {
    return dossiers.find(dossier.number()).orElseThrow();
  }
}
