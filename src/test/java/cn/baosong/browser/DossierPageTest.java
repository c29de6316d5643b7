package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of one candidate's papers. */
class DossierPageTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
  private static final String UNIT = "12999900MB00000099";

  /** One candidate whose paper says another birth date, and whom nobody can decide but a person. */
  private Dossier doubtful(String name) throws IOException {
    String identity = identity(BORN);
    HandMade made =
        HandMade.of("sx-bqw-2020", UNIT, "示例省地质研究院")
            .candidate(name, identity, BORN, Map.of("专业技术职称", "工程师"))
            .with(
                "01-" + name + "/登记表.pdf",
                HandMade.form(
                    Map.of("姓名", name, "身份证件号码", identity, "出生日期", "1981-05-06", "工作单位", "示例研究院")));
    var submission = once(drop(made, name + ".zip"), SubmissionState.PROCESSED);
    return dossiersOf(submission).get(0);
  }

  @Test
  void showsPaperAndFileSideBySideWithFindingsTimeAndLetters() throws IOException {
    Dossier dossier = doubtful("林海");
    Page page = desk(Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));

    assertThat(page.locator("h1")).containsText("林海");
    assertThat(page.locator("h1")).not().containsText(dossier.candidate().key());
    holds(page, "dossier");
    assertThat(page.locator(".compare .differs").first()).containsText("出生日期");
    assertThat(page.locator("svg.times").first()).isVisible();
  }

  @Test
  void fitsAPhone() throws IOException {
    Dossier dossier = doubtful("田野");
    Page page = desk(390, 844, Role.CLERK);
    page.navigate(address("/dossiers/" + dossier.publicId()));
    holds(page, "dossier-phone");
    page.navigate(address("/dossiers?q=田"));
    assertThat(page.locator("table.list")).containsText("田野");
    holds(page, "dossiers-phone");
  }
}
