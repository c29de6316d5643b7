package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The officer's day: claims, reads and takes the case, hands over by a list, gives one back. */
class QueueTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1974, 4, 9);
  private static final String OWN = "sx-zjfw";

  @Test
  void anOfficerClaimsHandsOverAndGivesBack() throws IOException {
    List<Dossier> people = accepted("queue-day.zip", "承一卷", "承二卷");
    Page page = officer(OWN);
    page.navigate(address("/queues"));
    assertThat(page).hasURL(address("/queues/" + OWN));
    assertThat(row(page, "承一卷")).containsText(Pattern.compile("待投送|已送达"));
    holds(page, "queue");
    onAPhone(page, "queue-phone");

    claim(page, "承一卷");
    assertThat(page.locator(".banner.done")).containsText("已认领");
    row(page, "承一卷").getByText("RX-").click();
    assertThat(page.locator("h1")).containsText("承一卷");
    seesNothingThatIsNotTheDepartments(page, people.get(0));
    page.goBack();
    assertThat(entries(download(page, "承一卷")))
        .anyMatch(name -> name.endsWith("/data/case.json"))
        .anyMatch(name -> name.endsWith("/manifest-sha256.txt"))
        .anyMatch(name -> name.contains("/data/files/") && name.endsWith("登记表.pdf"))
        .noneMatch(name -> name.contains("承二卷"));

    row(page, "承一卷").locator("input[type=checkbox]").press("Space");
    page.locator("#to").fill("示例评审委员会办公室");
    page.locator("#to").press("Enter");
    assertThat(page.locator("h1")).containsText("移交清单");
    assertThat(page.locator("main")).containsText("示例评审委员会办公室");
    assertThat(page.locator(".digests code").first())
        .hasText(people.get(0).documents().get(0).digest().hex());
    holds(page, "handover");
    onAPhone(page, "handover-phone");
    page.pdf(new Page.PdfOptions().setPath(Path.of("target/pages/handover.pdf")).setFormat("A4"));

    page.navigate(address("/queues/" + OWN));
    Locator second = row(page, "承二卷");
    second.locator("summary").press("Enter");
    second.locator("textarea").fill("类别与名单不符，请核。");
    second.locator("button.danger").press("Enter");
    assertThat(page.locator(".banner.done")).containsText("已退回");
    once(people.get(1).number(), DossierState.IN_REVIEW);
    assertThat(row(page, "承二卷")).hasCount(0);
  }

  @Test
  void anotherDepartmentSeesNothingOfItAndTheTryIsJournaled() throws IOException {
    Dossier person = accepted("queue-other.zip", "承别处").get(0);
    String stranger = account(List.of("nm-zjc"), Role.OFFICER);
    Page page = login(stranger, WIDTH, HEIGHT);
    for (String path :
        List.of(
            "/queues/" + OWN,
            "/queues/" + OWN + "/cases/" + person.publicId() + ".zip",
            "/dossiers/" + person.publicId())) {
      assertThat(status(page, path)).as(path).isEqualTo(403);
    }
    assertThat(status(page, "/queues/nm-zjc/cases/" + person.publicId() + ".zip")).isEqualTo(404);
    page.navigate(address("/dossiers?q=承别处"));
    assertThat(page.locator("table.list")).hasCount(0);
    assertThat(page.locator(".empty")).isVisible();
  }

  /** The dossier as its department sees it: to read, without what concerns others too. */
  private void seesNothingThatIsNotTheDepartments(Page page, Dossier person) {
    assertThat(page.locator("#rule")).hasCount(0);
    assertThat(page.locator("main form")).hasCount(0);
    assertThat(page.locator("main .letter")).hasCount(0);
    assertThat(page.locator("a[href$='/original']")).hasCount(0);
    assertThat(page.locator("main")).not().containsText(person.candidate().key());
    assertThat(page.locator(".files a").first()).isVisible();
    holds(page, "officer-dossier");
  }

  private static void onAPhone(Page page, String name) {
    page.setViewportSize(390, 844);
    holds(page, name);
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /** Asked for beside the page, since a browser complains of a refused page. */
  private int status(Page page, String path) {
    return page.request().get(address(path)).status();
  }

  private List<Dossier> accepted(String name, String... people) throws IOException {
    HandMade made = HandMade.of(CALL.value(), "11999900MB0000004W", "示例省教育厅");
    for (String person : people) {
      made.candidate(person, identity(BORN), BORN);
    }
    return dossiersOf(once(drop(made, name), SubmissionState.PROCESSED)).stream()
        .map(d -> once(d.number(), DossierState.ACCEPTED))
        .toList();
  }

  private static void claim(Page page, String person) {
    row(page, person).locator("form[action$=claim] button").press("Enter");
  }

  private static Locator row(Page page, String person) {
    return page.locator("tbody tr", new Page.LocatorOptions().setHasText(person));
  }

  private static Path download(Page page, String person) {
    return page.waitForDownload(() -> row(page, person).locator("a[href$='.zip']").click()).path();
  }

  private static List<String> entries(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(e -> e.getName()).collect(Collectors.toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
