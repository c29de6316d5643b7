package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import cn.baosong.journey.Invented;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A call that has two persons refuse somebody. */
class TwoPersonsTest extends BrowserOffice {
  private Dossier candidate(String name, int number) throws IOException {
    HandMade made = Invented.list(Invented.MAIN, "11999901MB00000012", "示例市人力资源和社会保障局");
    Invented.sending(made, "名师", name, number);
    var submission = once(drop(made, name + number + ".zip"), SubmissionState.PROCESSED);
    return dossiersOf(submission).get(0);
  }

  @Test
  void refusesNobodyUntilASecondPersonHasLookedAndConfirmed() throws IOException {
    Dossier dossier = candidate("云复", 41);
    Page author = desk(Role.CLERK);
    proposesToRefuse(author, dossier);
    assertThat(author.getByRole(AriaRole.STATUS)).containsText("须由另一人复核");
    assertThat(author.locator("section.second")).containsText("须由另一人复核");
    assertThat(author.locator("button[value=confirm]")).hasCount(0);
    holds(author, "two-author");
    assertThat(now(dossier).state()).isNotEqualTo(DossierState.REJECTED);

    Page second = desk(Role.CLERK);
    assertThat(second.locator("nav.counts a[href*='second=true']")).containsText("待复核");
    holds(second, "two-inbox");
    second.click("nav.counts a[href*='second=true']");
    holds(second, "two-list");
    second.locator("table.list a", containing(dossier.number().value())).click();
    second.locator("section.second summary").click();
    assertThat(second.locator("section.second .letter")).containsText("不予受理通知书");
    holds(second, "two-second");
    second.click("button[value=decline]");
    assertThat(second.locator("section.second")).containsText("请写明不同意的理由");
    second.click("button[value=confirm]");
    assertThat(second.getByRole(AriaRole.STATUS).first()).containsText("已复核");
    assertThat(now(dossier).state()).isEqualTo(DossierState.REJECTED);
    assertThat(second.locator(".timeline")).containsText("第二人复核同意");
    holds(second, "two-done");
  }

  @Test
  void tellsTheAuthorWhyTheSecondPersonDoesNotAgree() throws IOException {
    Dossier dossier = candidate("云退", 42);
    Page author = desk(Role.CLERK);
    proposesToRefuse(author, dossier);
    Page second = desk(390, 844, Role.CLERK);
    second.navigate(pageOf(dossier));
    holds(second, "two-phone");
    second.fill("#secondreason", "公示证明另页已附，应予补正");
    second.click("button[value=decline]");
    assertThat(second.getByRole(AriaRole.STATUS).first()).containsText("本卷保持原状");
    author.reload();
    assertThat(author.locator("section.second")).containsText("公示证明另页已附，应予补正");
    holds(author, "two-declined");
    assertThat(now(dossier)).isEqualTo(dossier);
  }

  private void proposesToRefuse(Page page, Dossier dossier) {
    page.navigate(pageOf(dossier));
    page.check("input[value=REJECT]");
    page.fill("#reason", "经核，不属于选拔范围");
    page.fill("#clause", "各市、县（区）人力资源和社会保障局，省直有关部门和省属企业负责组织推荐。");
    page.click("button[name=preview]");
    assertThat(page.locator(".previewed")).containsText("须由第二人复核");
    page.locator("#rule button[type=submit]:not([name])").click();
  }

  private Dossier now(Dossier dossier) {
    return dossiers.find(dossier.number()).orElseThrow();
  }

  private String pageOf(Dossier dossier) {
    return address("/dossiers/" + dossier.publicId());
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
