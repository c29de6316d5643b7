package cn.baosong.reader.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.CloudLink;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.PartMark;
import cn.baosong.core.submission.PartMarks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredMailGlanceTest {
  private static final byte[] PDF = "%PDF-1.4 甲".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path place;

  /** Of files, nothing but one named {@code odd} is unusual. */
  private final StoredMailGlance glance =
      new StoredMailGlance((name, plain) -> !name.equals("odd.zip"));

  private Mail glance(MailMade mail, String... trusted) throws IOException {
    return glance.of(mail.in(place), Set.of(trusted)).mail();
  }

  private boolean isUsual(MailMade mail) throws IOException {
    return glance.of(mail.in(place), Set.of()).usual();
  }

  @Test
  void tellsAMailThatIsMadeAsPackagesUsuallyAreFromOneThatIsNot() throws IOException {
    MailMade odd = MailMade.mixed("Subject: x").file("filename=odd.zip", PDF).end();
    MailMade many = MailMade.mixed("Subject: x");
    for (int i = 0; i <= 2_000; i++) {
      many.part("Content-Type: application/pdf; name=" + i + ".pdf").lines("%PDF");
    }
    assertThat(isUsual(MailMade.mixed("Subject: x").file("filename=a.zip", PDF).end())).isTrue();
    assertThat(isUsual(odd)).isFalse();
    assertThat(isUsual(many.end())).isFalse();
    assertThat(isUsual(MailMade.of("Subject: x", "X-Long: " + "x".repeat(70_000), "", "words")))
        .isFalse();
  }

  @Test
  void tellsWordsAloneFromALinkWhoseSenderIsToBeToldAtOnce() throws IOException {
    String link = "https://mail.qq.com/cgi-bin/ftnExs_download?k=1&t=exs_ftn_download&code=2";
    assertThat(isUsual(MailMade.of("Subject: x", "", "words"))).isFalse();
    assertThat(isUsual(MailMade.of("Subject: x", "", "a.zip", link))).isTrue();
  }

  @Test
  void tellsWhoSentWhatToWhom() throws IOException {
    Mail mail =
        glance(
            MailMade.mixed(
                    "Subject: =?gb2312?B?za28ssbAsai4xQ==?=", "Cc: a@b.cn, \"x, y\" <C@D.CN>")
                .part("Content-Type: text/plain; charset=gb2312")
                .gbk("请查收䶮")
                .file("filename=\"a.zip\"", PDF)
                .end());
    assertThat(mail.kind()).isEqualTo(Mail.Kind.SUBMISSION);
    assertThat(mail.people().from()).contains(new Mail.Address("jia@example.cn", "甲市人社局"));
    assertThat(mail.people().cc())
        .containsExactly(new Mail.Address("a@b.cn", ""), new Mail.Address("C@d.cn", "x, y"));
    assertThat(mail.date()).contains(Instant.parse("2020-03-31T15:59:58Z"));
    assertThat(mail.thread().messageId()).contains("<m1@example.cn>");
    assertThat(mail.enclosures()).extracting(Mail.Enclosure::name).containsExactly("a.zip");
    assertThat(mail.isAnswerable()).isTrue();
  }

  @Test
  void readsWhatIsCalledGb2312AsGb18030() throws IOException {
    byte[] words = "䶮·买买提".getBytes(Charset.forName("GB18030"));
    Mail mail =
        glance(
            MailMade.of("Subject: x", "Content-Type: text/plain; charset=\"gb2312\"", "")
                .raw(words));
    assertThat(mail.text()).isEqualTo("䶮·买买提");
  }

  @Test
  void readsRawChineseOfEitherKindInASubject() throws IOException {
    assertThat(glance(MailMade.of("X: 1").gbk("Subject: 推荐材料", "", "a")).subject())
        .isEqualTo("推荐材料");
    assertThat(glance(MailMade.of("Subject: 推荐材料", "", "a")).subject()).isEqualTo("推荐材料");
  }

  @Test
  void joinsACharacterThatWasCutBetweenTwoEncodedWords() throws IOException {
    assertThat(
            glance(MailMade.of("Subject: =?gbk?B?zca89rI=?= ", " =?GBK?B?xMHP?=", "", "a"))
                .subject())
        .isEqualTo("推荐材料");
  }

  @Test
  void takesAnAnswerToALetterForNoPackage() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "From: jia@example.cn",
                "Subject: Re: x",
                "In-Reply-To: <baosong.3f2a-1@office.example>",
                "References: <a@b> <baosong.3f2a-1@office.example>",
                "",
                "收到，谢谢"));
    assertThat(mail.kind()).isEqualTo(Mail.Kind.REPLY);
    assertThat(mail.thread().letters()).containsExactly("3f2a-1");
    assertThat(mail.isAnswerable()).isFalse();
  }

  @Test
  void takesAnAnswerThatEnclosesPapersForAPackage() throws IOException {
    Mail mail =
        glance(
            MailMade.mixed("In-Reply-To: <baosong.3f2a-1@office.example>")
                .file("filename=a.pdf", PDF)
                .end());
    assertThat(mail.kind()).isEqualTo(Mail.Kind.SUBMISSION);
    assertThat(mail.thread().letters()).containsExactly("3f2a-1");
  }

  @Test
  void neverLosesPapersThatAMachineSent() throws IOException {
    Mail mail =
        glance(MailMade.mixed("Auto-Submitted: auto-generated").file("filename=a.pdf", PDF).end());
    assertThat(mail.kind()).isEqualTo(Mail.Kind.SUBMISSION);
    assertThat(mail.isAnswerable()).isFalse();
  }

  @Test
  void knowsWhatAMachineWrote() throws IOException {
    for (String sign :
        List.of(
            "Auto-Submitted: auto-replied",
            "Precedence: list",
            "Return-Path: <>",
            "List-Id: <x.example>",
            "Subject: 自动回复：推荐材料",
            "X-Autoreply: yes")) {
      Mail mail = glance(MailMade.of("From: a@b.cn", sign, "", "休假中"));
      assertThat(mail.kind()).as(sign).isEqualTo(Mail.Kind.AUTOMATIC);
    }
    assertThat(glance(MailMade.of("Auto-Submitted: no", "", "a")).kind())
        .isEqualTo(Mail.Kind.SUBMISSION);
  }

  @Test
  void readsWhichLetterWasNotDeliveredAndWhy() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "From: MAILER-DAEMON@mx.example",
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=r",
                "",
                "--r",
                "",
                "sorry",
                "--r",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; jia@example.cn",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 no",
                " such user",
                "",
                "--r",
                "Content-Type: message/rfc822",
                "",
                "Message-ID: <baosong.L7@office.example>",
                "X-Baosong-Letter: L7",
                "Content-Type: multipart/mixed; boundary=q",
                "",
                "--q",
                "Content-Type: application/pdf; name=a.pdf",
                "",
                "x",
                "--q--",
                "--r--"));
    assertThat(mail.kind()).isEqualTo(Mail.Kind.BOUNCE);
    assertThat(mail.bounce().orElseThrow())
        .isEqualTo(
            new Mail.Bounce(
                java.util.Optional.of("<baosong.L7@office.example>"),
                java.util.Optional.of("jia@example.cn"),
                java.util.Optional.of("5.1.1"),
                java.util.Optional.of("failed"),
                java.util.Optional.of("550 no such user")));
    assertThat(mail.bounce().orElseThrow().isFinal()).isTrue();
    assertThat(mail.thread().letters()).containsExactly("L7");
    assertThat(mail.enclosures()).isEmpty();
  }

  @Test
  void readsTheReturnsOfProvidersThatOnlyUseWords() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "From: PostMaster@qq.com",
                "Subject: 系统退信/Systems bounce",
                "",
                "您的邮件 <baosong.L8@office.example> 未能送达 yi@qq.com，550 5.1.1 无此用户"));
    assertThat(mail.kind()).isEqualTo(Mail.Kind.BOUNCE);
    assertThat(mail.bounce().orElseThrow().status()).contains("5.1.1");
    assertThat(mail.thread().letters()).containsExactly("L8");
  }

  @Test
  void knowsALetterOfItsOwn() throws IOException {
    assertThat(glance(MailMade.of("X-Baosong-Letter: L7", "", "a")).kind())
        .isEqualTo(Mail.Kind.OWN);
    assertThat(glance(MailMade.of("Message-ID: <baosong.L7@office.example>", "", "a")).kind())
        .isEqualTo(Mail.Kind.OWN);
  }

  @Test
  void believesOnlyWhatTrustedHostsFound() throws IOException {
    MailMade mail =
        MailMade.of(
            "Authentication-Results: mx.example; dkim=pass header.d=example.cn; spf=fail (no)"
                + " smtp.mailfrom=a@evil.example",
            "Received: from edge (edge.example [10.0.0.2]) by mx.example (x) with ESMTP; Tue, 31"
                + " Mar 2020 23:59:58 +0800",
            "Authentication-Results: mx.example; dmarc=pass header.from=gov.example",
            "Received: from c (c.example.cn [192.0.2.7]) by mx.example; Tue, 31 Mar 2020 23:59:50"
                + " +0800",
            "From: a@example.cn",
            "",
            "a");
    Mail.Authentication trusted = glance(mail, "mx.example").authentication();
    assertThat(trusted.of("dkim")).contains("pass");
    assertThat(trusted.of("spf")).contains("fail");
    assertThat(trusted.of("dmarc")).contains("pass");
    assertThat(trusted.vouchesFor("example.cn")).isTrue();
    assertThat(trusted.vouchesFor("evil.example")).isFalse();
    assertThat(glance(mail).authentication()).isEqualTo(Mail.Authentication.NONE);
  }

  @Test
  void believesNothingBelowTheLastStampOfATrustedHost() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "Received: from b by mx.example; Tue, 31 Mar 2020 23:59:58 +0800",
                "Authentication-Results: mx.example; dkim=pass header.d=gov.example",
                "From: a@gov.example",
                "",
                "a"),
            "mx.example");
    assertThat(mail.authentication()).isEqualTo(Mail.Authentication.NONE);
    assertThat(mail.trace()).hasSize(2);
  }

  /** Faults.md X10: a sender can write our provider's name as well as its own. */
  @Test
  void believesNothingThatASenderWroteInTheNameOfATrustedHost() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "Received: from mx.example (evil.test [203.0.113.9]) by mx.example; Tue, 31 Mar"
                    + " 2020 23:59:58 +0800",
                "Authentication-Results: mx.example; dkim=pass header.d=gov.example",
                "Received: from gov.example (gov.example [192.0.2.7]) by mx.example; Tue, 31 Mar"
                    + " 2020 20:00:00 +0800",
                "From: a@gov.example",
                "",
                "a"),
            "mx.example");
    assertThat(mail.authentication()).isEqualTo(Mail.Authentication.NONE);
  }

  /** A host may quote what the sender called itself; its words are no result. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spf=pass smtp.mailfrom=\"x;dkim=pass header.d=gov.example;\"@evil.test",
        "spf=pass (x: domain of \"a);dkim=pass header.d=gov.example;(\"@evil.test)"
            + " smtp.mailfrom=evil.test",
        "spf=pass smtp.helo=a);dkim=pass header.d=gov.example",
        "spf=pass smtp.mailfrom=a\\\";dkim=pass header.d=gov.example"
      })
  void readsNoResultOutOfASendersOwnWords(String results) throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "Authentication-Results: mx.example; " + results,
                "Received: from evil.test (evil.test [203.0.113.9]) by mx.example; Tue, 31 Mar 2020"
                    + " 23:59:58 +0800",
                "From: a@gov.example",
                "",
                "a"),
            "mx.example");
    assertThat(mail.authentication().vouchesFor("gov.example")).isFalse();
  }

  @Test
  void readsResultsBesideQuotationsAndComments() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "Authentication-Results: mx.example; dkim=pass (2048-bit (rsa) key)"
                    + " header.d=gov.example header.b=\"K/x+\"; spf=pass (ok)"
                    + " smtp.mailfrom=a@gov.example",
                "Received: from m.gov.example (m.gov.example [203.0.113.9]) by mx.example; Tue, 31"
                    + " Mar 2020 23:59:58 +0800",
                "From: a@gov.example",
                "",
                "a"),
            "mx.example");
    assertThat(mail.authentication().of("dkim")).contains("pass");
    assertThat(mail.authentication().of("spf")).contains("pass");
    assertThat(mail.authentication().vouchesFor("gov.example")).isTrue();
  }

  @Test
  void seesTheOversizedAttachmentsOfQq() throws IOException {
    Mail mail =
        glance(
            MailMade.of("Subject: x", "Content-Type: text/html; charset=utf-8", "")
                .lines(
                    "<div>请查收</div><div id=\"QQMailBigAttach\"><div>从QQ邮箱发来的超大附件</div><div><a"
                        + " href=\"https://wx.mail.qq.com/ftn/download?func=3&key=1\">推荐材料.zip</a><span>(2.31G,"
                        + " 2023年05月21日 23:59 到期)</span><a"
                        + " href=\"https://wx.mail.qq.com/ftn/download?func=3&key=1\">进入下载页面</a></div></div>"));
    assertThat(mail.links()).hasSize(1);
    CloudLink link = mail.links().get(0);
    assertThat(link.provider()).isEqualTo(CloudLink.Provider.QQ);
    assertThat(link.name()).contains("推荐材料.zip");
    assertThat(link.size()).contains("2.31G");
    assertThat(link.expiry()).contains("2023年05月21日 23:59");
  }

  @Test
  void seesLinksInPlainTextButNotInWhatIsQuoted() throws IOException {
    Mail mail =
        glance(
            MailMade.of("Subject: x", "Content-Type: text/plain; charset=utf-8", "")
                .lines(
                    "从网易163邮箱发来的超大附件",
                    "登记表.rar (85.1M, 2023年6月3日 12:00 到期)"
                        + " 下载：https://dashi.163.com/html/cloud-attachment-download/?key=1",
                    "------------------ 原始邮件 ------------------",
                    "https://pan.baidu.com/s/1abc"));
    assertThat(mail.links())
        .containsExactly(
            new CloudLink(
                CloudLink.Provider.NETEASE,
                java.util.Optional.of("登记表.rar"),
                java.util.Optional.of("85.1M"),
                java.util.Optional.of("2023年6月3日 12:00"),
                "https://dashi.163.com/html/cloud-attachment-download/?key=1"));
  }

  @Test
  void takesALinkToTheProvidersOwnPagesForNoFile() throws IOException {
    Mail mail =
        glance(
            MailMade.of("Content-Type: text/html", "")
                .lines(
                    "<a href='https://mail.qq.com/'>QQ</a> <a"
                        + " href='https://xmail.qq.com.evil.cn/ftn/'>x</a>"));
    assertThat(mail.links()).isEmpty();
  }

  @Test
  void knowsThatItIsOneOfSeveral() {
    assertThat(PartMarks.inSubject("推荐材料1/3")).contains(new PartMark(1, 3, "推荐材料"));
    assertThat(PartMarks.inSubject("推荐材料（第2封共3封）")).contains(new PartMark(2, 3, "推荐材料第"));
    assertThat(PartMarks.inSubject("推荐（第二部分，共三部分）")).contains(new PartMark(2, 3, "推荐第"));
    assertThat(PartMarks.inSubject("共3封，第1封 推荐")).contains(new PartMark(1, 3, "推荐"));
    assertThat(PartMarks.inSubject("推荐材料（２／３）")).contains(new PartMark(2, 3, "推荐材料"));
    assertThat(PartMarks.inSubject("Part 2 of 3")).contains(new PartMark(2, 3, "part"));
    assertThat(PartMarks.inSubject("推荐 3/3")).contains(new PartMark(3, 3, "推荐"));
    assertThat(PartMarks.inSubject("2020/3/31推荐材料")).isEmpty();
    assertThat(PartMarks.inSubject("3/31推荐材料")).isEmpty();
    assertThat(PartMarks.inSubject("推荐材料4/3")).isEmpty();
  }

  @Test
  void readsTheWordsOfAnHtmlLetterWithoutItsScripts() throws IOException {
    Mail mail =
        glance(
            MailMade.of("Content-Type: text/html; charset=us-ascii", "")
                .gbk(
                    "<html><head><title>t</title></head><body><p>报送<b>材料</b></p>"
                        + "<script>x</script><img src='http://127.0.0.1:1/p.gif'>第二行<br>第三行"));
    assertThat(mail.text()).isEqualTo("报送材料\n第二行\n第三行");
  }

  @Test
  void survivesAHeaderLineOfFiveMegabytes() throws IOException {
    Mail mail = glance(MailMade.of("Subject: " + "a".repeat(5 << 20), "From: a@b.cn", "", "x"));
    assertThat(mail.people().from()).contains(new Mail.Address("a@b.cn", ""));
    assertThat(mail.subject()).hasSize(1000);
  }

  @Test
  void countsSignaturePicturesAsNoPapers() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "In-Reply-To: <baosong.L1@o.example>",
                "Content-Type: multipart/related; boundary=r",
                "",
                "--r",
                "Content-Type: text/html",
                "",
                "<p>ok</p><img src=cid:1>",
                "--r",
                "Content-Type: image/png; name=logo.png",
                "Content-ID: <1>",
                "",
                "x",
                "--r--"));
    assertThat(mail.kind()).isEqualTo(Mail.Kind.REPLY);
  }

  @Test
  void takesAMailWhoseBoundaryIsMissingForAPackage() throws IOException {
    Mail mail =
        glance(
            MailMade.of(
                "In-Reply-To: <baosong.L1@o.example>",
                "Content-Type: multipart/mixed",
                "",
                "--r",
                "Content-Type: application/pdf; name=a.pdf",
                "",
                "x",
                "--r--"));
    assertThat(mail.kind()).isEqualTo(Mail.Kind.SUBMISSION);
  }
}
