package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.Mailing.Outcome;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Mailings;
import cn.baosong.journey.HandMade;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 寄发: what a clerk sees of letters on their way, and whom to ring up. */
class PostTest extends BrowserOffice {
  private static final LocalDate BORN = LocalDate.of(1979, 5, 6);

  @Autowired Letters letters;
  @Autowired Mailings mailings;

  @AfterEach
  void quiet() {
    mailings.pause(Mailings.LINE, Duration.ZERO, Optional.empty());
  }

  @Test
  void ringsUpTheUnitWhoseMailboxIsGoneAndNotesIt() throws Exception {
    Submission submission =
        once(
            drop(
                HandMade.of("sx-bqw-2020", "12999900MB00000099", "示例省地质研究院")
                    .candidate("周某某", identity(BORN), BORN),
                "post.zip"),
            SubmissionState.PROCESSED);
    Letter receipt =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(submission.number()).stream()
                        .filter(
                            l -> l.kind() == LetterKind.RECEIPT && l.state() == LetterState.SENT)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    stands(
        receipt,
        submission.unit(),
        "gone@geology.example.org",
        MailCause.UNKNOWN_ADDRESS,
        "550 5.1.1 user unknown");
    stands(
        receipt, submission.unit(), "rsc@geology.example.org", MailCause.SPAM, "554 DT:SPM smtp8");
    mailings.pause(
        Mailings.LINE,
        Duration.ofMinutes(5),
        Optional.of(new Mailings.Trouble(MailCause.NOT_AUTHENTICATED, "535 Login Fail")));

    Page page = desk(Role.CLERK);
    page.navigate(address("/mailings?state=TO_CALL"));
    holds(page, "mailings");
    page.locator("tr", new Page.LocatorOptions().setHasText("gone@geology"))
        .locator("summary")
        .click();
    page.locator("tr", new Page.LocatorOptions().setHasText("gone@geology"))
        .locator("input[name=note]")
        .fill("郑某接听，已告知");
    page.locator("tr", new Page.LocatorOptions().setHasText("gone@geology"))
        .locator("button:text-is('记下')")
        .click();
    assertThat(page.locator(".banner.done").innerText()).contains("已记下电话通知");
    assertThat(page.locator("main").innerText()).doesNotContain("gone@geology");
    page.navigate(address("/mailings"));
    assertThat(page.locator("main").innerText()).contains("郑某接听，已告知");
    page.navigate(address("/submissions/" + submission.publicId()));
    assertThat(page.locator("main").innerText()).contains("未送达", "查无此邮箱");
    page.navigate(address("/letters"));
    assertThat(page.locator("main").innerText()).contains("被服务商当作垃圾邮件");

    Page phone = desk(390, 844, Role.CLERK);
    phone.navigate(address("/mailings"));
    holds(phone, "mailings-phone");
  }

  private void stands(
      Letter receipt, Optional<UnitCode> unit, String address, MailCause cause, String said) {
    Mailing mailing = Mailing.of(receipt, unit, address, MailingState.WAITING);
    mailings.save(mailing, Act.byMachine(Act.Kind.MAIL_QUEUED));
    mailings.save(
        mailing.ended(
            MailingState.REFUSED,
            new Outcome(
                Optional.of(cause),
                new ServerAnswer(Integer.parseInt(said.substring(0, 3)), said.substring(4)))),
        Act.byMachine(Act.Kind.MAIL_REFUSED));
  }
}
