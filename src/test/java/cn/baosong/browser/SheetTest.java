package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Sheets that are printed on A4: the receipt of a delivery, and the intake register. */
class SheetTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1978, 2, 11);

  @Test
  void theReceiptAndTheRegisterNameTheDelivery() throws IOException {
    Submission sent =
        once(
            drop(
                HandMade.of(CALL.value(), "11999900MB00000050", "示例省卫生健康委员会")
                    .candidate("印回执", identity(BORN), BORN),
                "sheet-receipt.zip"),
            SubmissionState.PROCESSED);
    Page page = desk(Role.MAIL_ROOM);
    page.navigate(address("/submissions/" + sent.publicId() + "/receipt"));
    assertThat(page.locator("main")).containsText(sent.number().value());
    assertThat(page.locator("main")).containsText(sent.first().digest().hex());
    assertThat(page.locator("main")).containsText("示例省卫生健康委员会");
    holds(page, "receipt");
    print(page, "receipt");
    page.setViewportSize(390, 844);
    holds(page, "receipt-phone");
    page.setViewportSize(WIDTH, HEIGHT);

    page.navigate(address("/register?call=" + CALL.value()));
    assertThat(page.locator("tbody")).containsText(sent.number().value());
    assertThat(page.locator("tbody")).containsText("印回执");
    holds(page, "register");
    print(page, "register");
    page.setViewportSize(390, 844);
    holds(page, "register-phone");
    page.navigate(address("/register?from=2019-01-01&to=2019-01-02"));
    assertThat(page.locator(".empty")).isVisible();
  }

  /** Looked at as a printer gets it. */
  private static void print(Page page, String name) {
    page.pdf(
        new Page.PdfOptions().setPath(Path.of("target/pages/" + name + ".pdf")).setFormat("A4"));
  }
}
