package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.reader.mail.MailMade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as packages, from the mailbox to the dossiers. */
class MailOpeningJourneyTest extends MailOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);
  private static final String UNIT = "11999903MB00000035";

  @TempDir private Path folder;

  private byte[] zip(HandMade made) throws IOException {
    return Files.readAllBytes(made.zip(folder.resolve("made.zip")));
  }

  private static HandMade made(String name, int serial) {
    return HandMade.of("sx-bqw-2020", UNIT, "范例市人力资源和社会保障局")
        .candidate(name, Identities.of(BORN, serial), BORN);
  }

  private static MailMade mail(String from, String subject) {
    return MailMade.of(
        "Received: from x.test (x.test [192.0.2.7])",
        " by " + PROVIDER + " (Postfix) with ESMTPS id 1; Wed, 25 Mar 2020 08:59:30 +0800",
        "From: " + from,
        "To: office@intake.test",
        "Subject: " + subject,
        "Message-ID: <" + Integer.toHexString(subject.hashCode()) + "@x.test>",
        "MIME-Version: 1.0");
  }

  private static MailMade withZip(String from, String subject, byte[] zip) {
    return mail(from, subject)
        .lines(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "请查收。",
            "--b",
            "Content-Type: application/zip; name=\"=?gb2312?B?ssTBzy56aXA=?=\"",
            "Content-Disposition: attachment",
            "Content-Transfer-Encoding: base64",
            "")
        .base64(zip)
        .lines("--b--");
  }

  private Digest arrives(MailMade mail) {
    return digest(deliver(OFFICE, "INBOX", mail.bytes()));
  }

  private void assigned(Submission waiting) {
    Clerk.Answer answer =
        clerk()
            .posts(
                "/submissions/" + waiting.number() + "/assignment",
                "{\"call\":\"sx-bqw-2020\",\"unit\":\"" + UNIT + "\",\"reason\":\"来信落款\"}");
    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void opensThePackageOfAMailOnceAClerkHasSaidWhoseItIs() throws IOException {
    Digest mail = arrives(withZip("jia@x.test", "zip", zip(made("周一", 41))));
    Submission waiting = once(mail, SubmissionState.UNASSIGNED);
    assertThat(waiting.mail()).isPresent();
    assertThat(waiting.stated().unitCode()).contains(UNIT);
    assigned(waiting);
    Submission opened = once(mail, SubmissionState.PROCESSED);
    assertThat(dossiersOf(opened)).extracting(d -> d.candidate().name()).containsExactly("周一");
  }

  @Test
  void m04TellsAtOnceThatALinkIsNoFileAndHowToSendIt() {
    Digest mail =
        arrives(
            mail("yi@x.test", "link")
                .lines("Content-Type: text/html; charset=utf-8", "")
                .lines(
                    "<div id=\"QQMailBigAttach\"><a href=\"https://wx.mail.qq.com/ftn/download?k=1\">"
                        + "推荐材料.zip</a> (2.31G, 2020年04月25日 23:59 到期)</div>"));
    Submission held = once(mail, SubmissionState.UNREADABLE);
    assertThat(held.defects()).extracting(Defect::code).contains("ATTACHMENT_NOT_ENCLOSED");
    assertThat(letter(held, "CORRECTION"))
        .contains("推荐材料.zip", "2.31G", "2020年04月25日 23:59", "普通附件");
  }

  @Test
  void leavesALetterWithoutPapersToAPerson() {
    Digest mail = arrives(mail("bing@x.test", "ask").lines("", "截止日期是哪天？"));
    Submission held = once(mail, SubmissionState.UNASSIGNED);
    assertThat(held.defects()).extracting(Defect::sentence).anyMatch(s -> s.contains("没有附件"));
    assertThat(held.mail().orElseThrow().text()).contains("截止日期");
  }

  @Test
  void m18PutsSeveralMailsTogetherOnceTheyAreAllThere() throws IOException {
    byte[] zip = zip(made("周二", 43).with("01-周二/第二封.txt", new byte[] {'a'}));
    Digest second =
        arrives(
            mail("ding@x.test", "=?utf-8?B?5p2Q5paZMi8z?=")
                .lines("Content-Type: application/pdf; name=b.pdf", "", "%PDF-b"));
    Submission waiting = once(second, SubmissionState.AWAITING_PARTS);
    assertThat(waiting.defects()).anyMatch(d -> d.sentence().contains("3 封邮件中的第 2 封"));
    Digest first = arrives(withZip("ding@x.test", "=?utf-8?B?5p2Q5paZMS8z?=", zip));
    once(first, SubmissionState.AWAITING_PARTS);
    arrives(withZip("other@x.test", "=?utf-8?B?5p2Q5paZMy8z?=", zip));
    Digest third =
        arrives(
            mail("ding@x.test", "=?utf-8?B?5p2Q5paZMy8z?=")
                .lines("Content-Type: application/pdf; name=c.pdf", "", "%PDF-c"));
    Submission whole = once(third, SubmissionState.UNASSIGNED);
    assertThat(whole.originals()).containsExactlyInAnyOrder(first, second, third);
    Submission taken = once(first, SubmissionState.PROCESSED);
    assertThat(taken.defects()).anyMatch(d -> d.sentence().contains(whole.number().value()));
    assigned(whole);
    Submission opened = once(third, SubmissionState.PROCESSED);
    assertThat(dossiersOf(opened)).hasSize(1);
    assertThat(opened.documents()).extracting(d -> d.name()).contains("b.pdf", "c.pdf");
  }

  @Test
  void m24SealsAMailThatBearsAMarkAndRepeatsNothingOfIt() {
    Digest mail =
        arrives(
            mail("wu@x.test", "marked")
                .lines("Content-Type: text/plain; charset=gb2312", "")
                .gbk("机密★5年", "名单见后"));
    Submission sealed = once(mail, SubmissionState.QUARANTINED);
    assertThat(sealed.mail()).isEmpty();
    assertThat(sealed.first().name()).doesNotContain("marked");
    assertThat(letter(sealed, "SECRECY")).doesNotContain("机密", "名单");
    assertThat(List.of(sealed.defects().toString())).noneMatch(s -> s.contains("名单"));
  }
}
