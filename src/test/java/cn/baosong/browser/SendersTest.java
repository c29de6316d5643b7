package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.core.call.FormData;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mails;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.Speakers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails of senders whom nobody knows yet. */
class SendersTest extends BrowserOffice {
  private static final Instant MORNING = Instant.parse("2020-03-16T00:30:00Z");

  @Autowired Archive archive;
  @Autowired Numbers numbers;
  @Autowired Speakers speakers;

  /** A mail that was opened and waits for its sender. */
  private Submission waits(Mail mail, String listed, int minute) throws IOException {
    byte[] raw = ("Subject: " + UUID.randomUUID() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    Digest digest = archive.keep(new ByteArrayInputStream(raw)).digest();
    String id = UUID.randomUUID().toString();
    Instant received = MORNING.plusSeconds(60L * minute);
    Receipt receipt =
        new Receipt(
            id,
            Channel.EMAIL,
            "test/" + id,
            mail.subject() + ".eml",
            digest,
            raw.length,
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(Interval.second(received), "INTERNALDATE", TrustClass.A),
            received.plusSeconds(5));
    archive.keepEvidence(receipt);
    Sender sender = speakers.of(mail);
    Submission waiting =
        new Submission(
            numbers.nextSubmission(2020),
            UUID.randomUUID().toString(),
            SubmissionState.UNASSIGNED,
            Optional.of(CALL),
            Optional.empty(),
            List.of(receipt),
            Optional.of(digest),
            new Stated(
                Optional.of(CALL.value()),
                Optional.empty(),
                Optional.of(listed).filter(l -> !l.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            FormData.EMPTY,
            List.of(),
            List.of(
                new Defect(
                    "SENDER_NOT_VERIFIED", "", "发件地址 " + sender.address() + " 未登记，来源未核实。", false)),
            Optional.of(mail),
            Optional.of(sender),
            List.of(),
            1);
    submissions.save(waiting, Act.byMachine(Act.Kind.SUBMISSION_HELD));
    return waiting;
  }

  private static Locator card(Page page, String address) {
    return page.locator(
        "article",
        new Page.LocatorOptions().setHas(page.locator("bdi:text-is('" + address + "')")));
  }

  private static Mail mail(String address, String subject, String proof, String text) {
    return Mails.from(
        address,
        subject,
        proof.isEmpty()
            ? Mail.Authentication.NONE
            : Mails.found(proof.split(" ")[0], proof.split(" ")[1], proof.split(" ")[2]),
        text);
  }

  @Test
  void bindsAnAddressAndLetsItsMailsPassByOneClick() throws Exception {
    String signature = "现报送推荐材料，请查收。\n\n示例市人社局 王示例\n电话：0999-2000001";
    Submission one =
        waits(mail("wang.one@qq.com", "示例市人社局推荐材料", "dkim pass qq.com", signature), "示例市人社局", 1);
    waits(mail("wang.one@qq.com", "补充材料", "", ""), "", 2);
    waits(mail("wang.one@qq.com", "最终版", "spf fail qq.com", ""), "", 3);
    waits(mail("sales@shop.example.org", "春季培训班招生", "dkim pass shop.example.org", ""), "", 4);
    Page page = desk(Role.CLERK);
    page.navigate(address("/?state=UNASSIGNED"));
    assertThat(
            page.locator("tr", new Page.LocatorOptions().setHasText(one.number().value()))
                .locator("a.tag"))
        .hasText("来源未核实");
    page.click("a:text-is('来信地址')");
    holds(page, "senders");

    Locator card = card(page, "wang.one@qq.com");
    assertThat(card).containsText("落款电话与名册一致");
    assertThat(card).containsText("核实请拨名册登记的电话：王示例 0999-2000001");
    card.locator("button:text-is('认定并放行 2 件')").click();

    assertThat(page.locator(".banner.done")).containsText("wang.one@qq.com 代表 示例市人力资源和社会保障局");
    assertThat(page.locator(".banner.done")).containsText("已放行 2 件");
    assertThat(page.locator(".banner.done")).containsText("仍有 1 件待核实");
    assertThat(card(page, "wang.one@qq.com")).containsText("地址已登记");
    holds(page, "senders-bound");

    page.navigate(address("/senders/known?q=wang.one@qq.com"));
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody tr")).containsText("落款电话与名册一致（0999-2000001）");
    page.click("summary:text-is('收回…')");
    page.fill("input[name=reason]", "王示例已调离");
    holds(page, "senders-known");
    page.click("button:text-is('收回认定')");
    assertThat(page.locator(".banner.done")).containsText("此后该地址的来信待核实");
  }

  @Test
  void asksForTheUnitAndHowItWasVerifiedAndKeepsWhatWasTyped() throws Exception {
    waits(mail("nobody.two@163.com", "材料", "", ""), "", 5);
    Page page = desk(Role.CLERK);
    page.navigate(address("/senders"));
    Locator card = card(page, "nobody.two@163.com");
    card.locator("input[name=other]").fill("没有这个单位");
    card.locator("button:text-is('认定并放行 1 件')").click();
    card = card(page, "nobody.two@163.com");
    assertThat(card).containsText("单位名册中没有这个单位");
    assertThat(card).containsText("请写明怎样核实的");
    assertThat(card.locator("input[name=other]")).hasValue("没有这个单位");
    assertThat(card.locator("input[name=other]")).hasAttribute("aria-invalid", "true");
    holds(page, "senders-wrong");
    card.locator("input[name=other]").fill("范例市人社局");
    card.locator("input[name=reason]").first().fill("已拨 0999-2000003 核实");
    card.locator("button:text-is('认定并放行 1 件')").click();
    assertThat(page.locator(".banner.done")).containsText("代表 范例市人力资源和社会保障局");
  }

  @Test
  void marksWhatIsNoDeliveryAndTakesThatBack() throws Exception {
    Submission spam =
        waits(mail("spam.three@shop.example.org", "优惠", "dkim pass shop.example.org", ""), "", 6);
    Page page = desk(Role.CLERK);
    page.navigate(address("/submissions/" + spam.publicId()));
    assertThat(page.locator("dl.facts")).containsText("来源未核实");
    holds(page, "submission-sender-unknown");
    page.click("a:text-is('去核实')");
    Locator card = card(page, "spam.three@shop.example.org");
    card.locator("summary:text-is('不是报送…')").click();
    card.locator("details input[name=reason]").fill("广告");
    card.locator("button:text-is('将 1 件标为不是报送')").click();
    assertThat(page.locator(".banner.done")).containsText("已将 1 件标为不是报送");

    page.navigate(address("/submissions/" + spam.publicId()));
    assertThat(page.locator("dl.facts")).containsText("已认定不是报送");
    page.fill("#restore-reason", "看错了");
    page.click("button:text-is('恢复为待认领')");
    assertThat(page.locator(".banner.done")).containsText("已恢复");
  }

  @Test
  void isGoodOnATelephone() throws Exception {
    waits(mail("phone.four@126.com", "样板市人社局推荐人选", "spf pass 126.com", ""), "样板市人社局", 7);
    Page page = desk(390, 844, Role.CLERK);
    page.navigate(address("/senders"));
    holds(page, "senders-phone");
    page.navigate(address("/senders/known"));
    holds(page, "senders-known-phone");
  }

  @Test
  void letsAnAuditorLookAndNothingElse() throws Exception {
    waits(mail("audit.five@126.com", "材料", "", ""), "", 8);
    Page page = desk(Role.AUDITOR);
    page.navigate(address("/senders"));
    assertThat(card(page, "audit.five@126.com")).isVisible();
    assertThat(page.locator("article form")).hasCount(0);
  }
}
