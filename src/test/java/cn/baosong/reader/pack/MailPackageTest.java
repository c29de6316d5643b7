package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.mail.MailMade;
import cn.baosong.reader.mail.OutlookMade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows M of the faults that a reader meets, by their numbers. */
class MailPackageTest {
  private static final byte[] LIST =
      "通知,某通知\n报送单位,某单位\n序号,姓名\n1,张三\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] RPU = {1, 2, 3, 0, 4};
  private static final byte[] PDF = "%PDF-1.4 甲".getBytes(StandardCharsets.UTF_8);
  private static final String LIST_NAME =
      "filename*=UTF-8''%E6%8A%A5%E9%80%81%E6%B8%85%E5%8D%95.csv";

  @TempDir private Path folder;

  private Opened open(MailMade mail) throws IOException {
    return open(mail.in(folder), "来信.eml");
  }

  private Opened open(Path mail, String name) throws IOException {
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), folder.resolve("work"), 2000)
        .open(mail, name);
  }

  private static List<String> names(Opened opened) {
    return opened.entries().get(0).documents().stream().map(Document::path).sorted().toList();
  }

  /** Of the package as such: what stands here for a PDF is none. */
  private static List<String> codes(Opened opened) {
    return opened.defects().stream()
        .filter(d -> !d.remark() && !d.place().endsWith(".pdf"))
        .map(Defect::code)
        .toList();
  }

  private static MailMade withList(String... header) {
    return MailMade.mixed(header).file(LIST_NAME, LIST);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
      zip.putNextEntry(new ZipEntry("报送清单.csv"));
      zip.write(LIST);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void takesLooseAttachmentsTogetherAsOnePackage() throws IOException {
    Opened opened =
        open(withList("Subject: =?utf-8?B?5o6o6I2Q?=").file("filename=a.pdf", PDF).end());
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opened.stated().unitName()).contains("某单位");
    assertThat(names(opened)).containsExactly("a.pdf");
    assertThat(opened.mail().map(Mail::subject)).contains("推荐");
  }

  @Test
  void takesAnEnclosedArchiveForThePackageAndWhatIsBesideItForAPartOfIt() throws IOException {
    byte[] zip = zip("01-张三/登记表.pdf", PDF);
    Opened alone = open(MailMade.mixed().file("filename=a.zip", zip).end());
    assertThat(names(alone)).containsExactly("01-张三/登记表.pdf");
    Opened more =
        open(MailMade.mixed().file("filename=a.zip", zip).file("filename=b.pdf", RPU).end());
    assertThat(names(more)).containsExactly("01-张三/登记表.pdf");
    assertThat(more.documents()).extracting(Document::path).containsExactly("b.pdf");
  }

  @Test
  void knowsTheSamePapersWhetherTheyCameByMailOrInAFolder() throws IOException {
    byte[] zip = zip("01-张三/登记表.pdf", PDF);
    Opened byMail = open(MailMade.mixed().file("filename=a.zip", zip).end());
    Opened asFile = open(Files.write(folder.resolve("plain"), zip), "a.zip");
    assertThat(byMail.content()).isPresent().isEqualTo(asFile.content());
  }

  @Test
  void m01ReadsAMailOfUnknownCharsetAndEncoding() throws IOException {
    Opened opened =
        open(
            withList()
                .part(
                    "Content-Type: text/plain; charset=x-nobody-knows",
                    "Content-Transfer-Encoding: x-odd")
                .gbk("请查收")
                .part(
                    "Content-Type: application/pdf; name=a.pdf", "Content-Transfer-Encoding: x-odd")
                .raw(PDF)
                .end());
    assertThat(opened.mail().map(Mail::text)).contains("请查收");
    assertThat(opened.entries().get(0).documents().get(0).bytes()).isEqualTo(PDF.length);
  }

  @Test
  void m03KeepsAllFourOfOneNameAndOfNone() throws IOException {
    Opened opened =
        open(
            withList()
                .file("filename=a.rpu", RPU)
                .file("filename=A.rpu", new byte[] {9})
                .part("Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64")
                .base64(new byte[] {8, 0})
                .part("Content-Type: application/pdf", "Content-Transfer-Encoding: base64")
                .base64(PDF)
                .end());
    assertThat(names(opened)).containsExactly("A(2).rpu", "a.rpu", "未命名-1", "未命名-2.pdf");
  }

  @Test
  void m04TellsOfEachFileThatIsOnlyALinkWithNameSizeAndExpiry() throws IOException {
    Opened opened =
        open(
            MailMade.of("Subject: x", "Content-Type: text/plain; charset=utf-8", "")
                .lines(
                    "从QQ邮箱发来的超大附件",
                    "推荐材料.zip (2.31G, 2023年05月21日 23:59 到期) 进入下载页面：http://mail.qq.com/cgi-bin/ftnExs_download?t=exs_ftn_download&k=1"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(codes(opened)).containsExactly("ATTACHMENT_NOT_ENCLOSED");
    assertThat(opened.defects().get(0).sentence())
        .contains("推荐材料.zip", "2.31G", "2023年05月21日 23:59", "QQ邮箱超大附件", "来信时间已经记录");
  }

  @Test
  void m04TellsOfALinkBesideFilesThatDidCome() throws IOException {
    Opened opened =
        open(
            withList()
                .part("Content-Type: text/html; charset=utf-8")
                .lines(
                    "<a href=\"https://pan.baidu.com/s/1x\">https://pan.baidu.com/s/1x</a> 提取码 ab12")
                .end());
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(codes(opened)).containsExactly("ATTACHMENT_NOT_ENCLOSED");
  }

  @Test
  void m05ReadsNamesInEveryWayThatClientsWriteThem() throws IOException {
    assertThat(
            nameOf(
                MailMade.of(
                    "Content-Disposition: attachment; filename=\"=?gb2312?B?tce8x7HtLnBkZg==?=\"")))
        .isEqualTo("登记表.pdf");
    assertThat(
            nameOf(
                MailMade.of(
                    "Content-Disposition: attachment;",
                    " filename*0*=gb18030''%B5%C7%BC%C7%B1;",
                    " filename*1*=%ED.pdf")))
        .isEqualTo("登记表.pdf");
    assertThat(
            nameOf(
                MailMade.of(
                    "Content-Disposition: attachment; filename=\"____.pdf\";",
                    " filename*=UTF-8''%E7%99%BB%E8%AE%B0%E8%A1%A8.pdf")))
        .isEqualTo("登记表.pdf");
    assertThat(
            nameOf(
                MailMade.of("X-A: 1")
                    .gbk(
                        "Content-Disposition: attachment; filename=\"登记表䶮.pdf\"".replace("䶮", ""))))
        .isEqualTo("登记表.pdf");
    assertThat(nameOf(MailMade.of("Content-Disposition: attachment; filename=\"登记表.pdf\"")))
        .isEqualTo("登记表.pdf");
    assertThat(
            nameOf(
                MailMade.of(
                    "Content-Type: application/pdf;",
                    " name=\"=?UTF-8?Q?=E7=99=BB=E8=AE=B0=E8=A1=A8.pdf?=\"")))
        .isEqualTo("登记表.pdf");
    assertThat(nameOf(MailMade.of("Content-Disposition: attachment; filename=登记 表.pdf; size=3")))
        .isEqualTo("登记 表.pdf");
    assertThat(
            nameOf(
                MailMade.of("X-A: 1")
                    .raw(
                        "Content-Disposition: attachment; filename=\"䶮.pdf\"\r\n"
                            .getBytes(Charset.forName("GB18030")))))
        .isEqualTo("䶮.pdf");
  }

  private String nameOf(MailMade partHeader) throws IOException {
    String header = new String(partHeader.bytes(), StandardCharsets.ISO_8859_1);
    byte[] part =
        ("\r\n--b\r\n" + header + "Content-Transfer-Encoding: 8bit\r\n\r\n%PDF\r\n--b--\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    MailMade mail =
        MailMade.of(
                "MIME-Version: 1.0",
                "From: a@b.cn",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Disposition: attachment; " + LIST_NAME,
                "Content-Transfer-Encoding: base64",
                "")
            .base64(LIST)
            .raw(part);
    return names(open(mail)).get(0);
  }

  @Test
  void m06MakesNamesSafeAndTellsOfThoseThatDisguise() throws IOException {
    Opened opened =
        open(
            withList()
                .file("filename*=UTF-8''a%0D%0Ab%00.pdf", PDF)
                .file("filename*=UTF-8''%E2%80%AEfdp.exe", RPU)
                .file("filename=\"../../x\\\\CON.txt. \"", new byte[] {5})
                .file("filename=\"" + "长".repeat(300) + ".pdf\"", new byte[] {6})
                .end());
    assertThat(names(opened)).hasSize(4).noneMatch(n -> n.contains("..") || n.contains("\u202E"));
    assertThat(names(opened)).contains("CON.txt", "fdp.exe");
    assertThat(opened.defects())
        .filteredOn(d -> d.sentence().contains("显示方向"))
        .isNotEmpty()
        .allMatch(Defect::remark);
  }

  @Test
  void m07TakesAnInlinePdfAndAPastedScanForFilesButNoSignaturePicture() throws IOException {
    Opened opened =
        open(
            withList()
                .part(
                    "Content-Type: application/pdf",
                    "Content-Disposition: inline; filename=a.pdf",
                    "Content-Transfer-Encoding: base64")
                .base64(PDF)
                .part("Content-Type: multipart/related; boundary=r")
                .lines(
                    "--r",
                    "Content-Type: text/html",
                    "",
                    "<img src=cid:1><img src=cid:2>",
                    "--r",
                    "Content-Type: image/png; name=logo.png",
                    "Content-ID: <1>",
                    "Content-Transfer-Encoding: base64",
                    "")
                .base64(new byte[500])
                .lines(
                    "--r",
                    "Content-Type: image/jpeg; name=scan.jpg",
                    "Content-ID: <2>",
                    "Content-Transfer-Encoding: base64",
                    "")
                .base64(new byte[100_000])
                .lines("--r--")
                .end());
    assertThat(names(opened)).containsExactly("a.pdf", "scan.jpg");
    assertThat(opened.defects()).anyMatch(d -> d.remark() && d.sentence().contains("logo.png"));
  }

  @Test
  void m08OpensMessagesInMessagesToTheThirdAndLeavesWhatLiesDeeperToAPerson() throws IOException {
    MailMade mail = withList();
    for (int level = 1; level <= 4; level++) {
      mail.part("Content-Type: message/rfc822").raw(nested(level).getBytes(StandardCharsets.UTF_8));
    }
    Opened opened = open(mail.end());
    assertThat(names(opened)).containsExactly("f1.pdf", "f2.pdf", "f3.pdf", "未命名-1.eml");
    assertThat(codes(opened)).containsExactly("MATERIAL_UNREADABLE");
  }

  @Test
  void m08OpensWinmailDatWithNamesInGbk() throws IOException {
    byte[] winmail =
        OutlookMade.message("推荐材料", "")
            .file("报送清单.csv", LIST)
            .file("张三-百千万人才-登记表.pdf", PDF)
            .file("张三.jpg", PDF)
            .tnef();
    Opened opened =
        open(
            MailMade.mixed("Subject: x")
                .part(
                    "Content-Type: application/ms-tnef; name=winmail.dat",
                    "Content-Transfer-Encoding: base64")
                .base64(winmail)
                .end());
    assertThat(opened.entries()).hasSize(1);
    assertThat(names(opened)).containsExactly("张三-百千万人才-登记表.pdf", "张三.jpg");
    byte[] damaged = Arrays.copyOf(winmail, 60);
    Opened half =
        open(withList().file("filename=winmail.dat", damaged).file("filename=a.pdf", PDF).end());
    assertThat(names(half)).contains("a.pdf");
  }

  @Test
  void m08OpensSavedMessagesWithinEachOtherToTheThird() throws IOException {
    OutlookMade innermost = OutlookMade.message("最里层", "四").file("f4.pdf", PDF);
    OutlookMade third = OutlookMade.message("三", "三").file("f3.pdf", PDF).message(innermost);
    OutlookMade second = OutlookMade.message("二", "二").file("f2.pdf", PDF).message(third);
    byte[] msg = OutlookMade.message("一", "一").file("f1.pdf", PDF).message(second).msg();
    Opened opened = open(withList().file("filename=a.msg", msg).end());
    assertThat(names(opened)).containsExactly("f1.pdf", "f2.pdf", "f3.pdf", "f4.pdf");
    byte[] deeper =
        OutlookMade.message("", "").message(OutlookMade.message("一", "").message(second)).msg();
    Opened tooDeep = open(withList().file("filename=a.msg", deeper).end());
    assertThat(names(tooDeep)).containsExactly("f2.pdf", "f3.pdf");
    assertThat(codes(tooDeep)).containsExactly("MATERIAL_UNREADABLE");
  }

  /** Dropped as a file, as one drags it out of Outlook. */
  @Test
  void m08TakesABareSavedMessageForTheMailThatItWas() throws IOException {
    OutlookMade message =
        OutlookMade.message("某通知 推荐材料", "联系电话 0999-2000001")
            .from("范例市人社局")
            .file("报送清单.csv", LIST)
            .file("登记表.pdf", PDF);
    Opened drawn = open(Files.write(folder.resolve("m.msg"), message.msg()), "来信.msg");
    assertThat(drawn.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(names(drawn)).containsExactly("登记表.pdf");
    assertThat(drawn.mail().orElseThrow().subject()).isEqualTo("某通知 推荐材料");
    assertThat(drawn.mail().orElseThrow().text()).contains("0999-2000001");
    byte[] travelled =
        message
            .travelled(
                "Received: from a\r\n by b; Tue, 31 Mar 2020 23:59:58 +0800\r\n"
                    + "From: =?utf-8?B?55Sy?= <jia@example.cn>\r\nSubject: x\r\n y\r\n"
                    + "Content-Type: multipart/mixed;\r\n boundary=b\r\n\r\n")
            .msg();
    Mail mail =
        open(Files.write(folder.resolve("t.msg"), travelled), "来信.MSG").mail().orElseThrow();
    assertThat(mail.people().from().orElseThrow())
        .isEqualTo(new Mail.Address("jia@example.cn", "甲"));
    assertThat(mail.subject()).isEqualTo("x y");
    Opened damaged =
        open(Files.write(folder.resolve("d.msg"), Arrays.copyOf(message.msg(), 700)), "来信.msg");
    assertThat(damaged.defects()).anyMatch(d -> d.sentence().contains("未能打开"));
  }

  /** A message in so many messages, with a file in the innermost. */
  private static String nested(int level) {
    String wrapper = "Subject: n\r\nContent-Type: message/rfc822\r\n\r\n".repeat(level - 1);
    return wrapper
        + "Subject: n\r\nContent-Type: application/pdf; name=f"
        + level
        + ".pdf\r\n\r\n%PDF-"
        + level
        + "\r\n";
  }

  @Test
  void m09PutsAMailWithoutABoundaryTogetherAndAsksAPerson() throws IOException {
    MailMade mail =
        MailMade.of(
                "From: a@b.cn",
                "Content-Type: multipart/mixed",
                "",
                "--r",
                "Content-Type: text/csv",
                "Content-Disposition: attachment; " + LIST_NAME,
                "Content-Transfer-Encoding: base64",
                "")
            .base64(LIST)
            .lines("--r", "Content-Type: application/pdf; name=a.pdf", "", "%PDF", "--r--");
    Opened opened = open(mail);
    assertThat(names(opened)).containsExactly("a.pdf");
    assertThat(codes(opened)).containsExactly("MATERIAL_UNREADABLE");
  }

  @Test
  void m09PutsAMailWhoseBoundaryIsUsedTwiceTogether() throws IOException {
    MailMade mail =
        MailMade.of(
                "From: a@b.cn",
                "Content-Type: multipart/mixed; boundary=r",
                "",
                "--r",
                "Content-Type: multipart/alternative; boundary=r",
                "",
                "--r",
                "Content-Type: text/plain",
                "",
                "hi",
                "--r--",
                "--r",
                "Content-Type: text/csv",
                "Content-Disposition: attachment; " + LIST_NAME,
                "Content-Transfer-Encoding: base64",
                "")
            .base64(LIST)
            .lines("--r--");
    Opened opened = open(mail);
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(codes(opened)).contains("MATERIAL_UNREADABLE");
  }

  @Test
  void m09TakesWhatCameOfAMailThatWasCutOff() throws IOException {
    Opened opened = open(withList().file("filename=a.pdf", PDF));
    assertThat(names(opened)).containsExactly("a.pdf");
  }

  @Test
  void m11LeavesAMailOfTenThousandPartsToAPerson() throws IOException {
    MailMade mail = withList();
    for (int i = 0; i < 10_000; i++) {
      mail.part("Content-Type: application/pdf; name=" + i + ".pdf").lines("x");
    }
    Opened opened = open(mail.end());
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(codes(opened)).contains("PACKAGE_TOO_LARGE");
    assertThat(opened.mail()).isPresent();
  }

  @Test
  void m11SurvivesAHeaderLineOfFiveMegabytes() throws IOException {
    Opened opened =
        open(withList("X-Long: " + "a".repeat(5 << 20)).file("filename=a.pdf", PDF).end());
    assertThat(names(opened)).containsExactly("a.pdf");
    assertThat(codes(opened)).isEmpty();
    Opened inAPart = open(withList().part("X-Long: " + "a".repeat(5 << 20)).lines("x").end());
    assertThat(codes(inAPart)).contains("PACKAGE_TOO_LARGE");
  }

  @Test
  void m20ReadsALetterInHtmlAloneAndFetchesNothing() throws IOException {
    Opened opened =
        open(
            MailMade.of("Subject: x", "Content-Type: text/html; charset=utf-8", "")
                .lines("<p>请问<b>截止</b></p><img src=\"http://127.0.0.1:9/bug.gif\">"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.LETTER);
    assertThat(opened.mail().map(Mail::text)).contains("请问截止");
    assertThat(codes(opened)).containsExactly("MATERIAL_MISSING");
  }

  @Test
  void m21AsksOnceForWhatIsEncrypted() throws IOException {
    byte[] zip = zip("张三.txt", PDF);
    zip[6] |= 1;
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    zip[directory + 8] |= 1;
    Opened opened = open(MailMade.mixed().file("filename=a.zip", zip).end());
    assertThat(codes(opened)).contains("PACKAGE_ENCRYPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"encrypted-zip.zip", "encrypted-aes.zip"})
  void m21OpensAZipByThePasswordThatItsSenderWrote(String file) throws IOException {
    byte[] zip = Files.readAllBytes(resource(file));
    MailMade locked = MailMade.mixed("Subject: x").file("filename=a.zip", zip).end();
    assertThat(codes(open(locked))).containsExactly("PACKAGE_ENCRYPTED");
    for (String words :
        new String[] {
          "解压密码：Bs-2020。请查收",
          "密码是“Bs-2020”",
          "Password: Bs-2020",
          "Bs-2020",
          "口令 Bs-2020\r\n\r\n> 已加密"
        }) {
      MailMade next =
          MailMade.of("From: a@b.cn", "Content-Type: text/plain; charset=utf-8", "", words);
      Opened opened =
          new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), folder.resolve("work"), 2000)
              .open(List.of(locked.in(folder), next.in(folder)), "来信.eml", ReadingWatch.NONE);
      assertThat(opened.outcome()).as(words).isEqualTo(Opened.Outcome.READ);
      assertThat(names(opened)).containsExactly("张三-登记表.txt");
      assertThat(opened.toString()).doesNotContain("Bs-2020");
    }
    Opened beside =
        open(
            MailMade.mixed("Subject: x")
                .part("Content-Type: text/plain; charset=utf-8")
                .lines("见附件，密码：Bs-2020")
                .file("filename=a.zip", zip)
                .end());
    assertThat(beside.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(beside.mail().orElseThrow().text()).contains("密码：〔见原件〕").doesNotContain("Bs-2020");
    Opened wrong =
        open(
            MailMade.mixed("Subject: x")
                .part("Content-Type: text/plain; charset=utf-8")
                .lines("密码：Bs-2021")
                .file("filename=a.zip", zip)
                .end());
    assertThat(codes(wrong)).containsExactly("PACKAGE_ENCRYPTED");
  }

  @Test
  void m21OpensASevenZipByThePasswordThatItsSenderWrote() throws IOException {
    byte[] seven = locked("Bs-2020");
    MailMade locked = MailMade.mixed("Subject: x").file("filename=a.7z", seven).end();
    assertThat(codes(open(locked))).containsExactly("PACKAGE_ENCRYPTED");
    Opened next = beside(seven, "解压密码：Bs-2020。请查收");
    assertThat(next.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(next.entries()).hasSize(1);
    assertThat(codes(beside(seven, "密码：Bs-2021"))).containsExactly("PACKAGE_ENCRYPTED");
  }

  private Opened beside(byte[] seven, String words) throws IOException {
    return open(
        MailMade.mixed("Subject: x")
            .part("Content-Type: text/plain; charset=utf-8")
            .lines(words)
            .file("filename=a.7z", seven)
            .end());
  }

  private byte[] locked(String password) throws IOException {
    Path file = folder.resolve("locked.7z");
    try (SevenZOutputFile seven = new SevenZOutputFile(file.toFile(), password.toCharArray())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("报送清单.csv");
      seven.putArchiveEntry(entry);
      seven.write(LIST);
      seven.closeArchiveEntry();
    }
    return Files.readAllBytes(file);
  }

  @Test
  void m22TakesOutWhatIsSignedAndRecordsTheSignature() throws IOException {
    Opened opaque = open(resource("signed-opaque.eml"), "a.eml");
    assertThat(opaque.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opaque.entries()).hasSize(1);
    assertThat(opaque.defects()).anyMatch(d -> d.remark() && d.sentence().contains("内容与签名相符"));
    Opened clear = open(resource("signed-clear.eml"), "a.eml");
    assertThat(clear.entries()).hasSize(1);
    assertThat(clear.defects()).anyMatch(d -> d.remark() && d.sentence().contains("内容与签名相符"));
    byte[] broken = Files.readAllBytes(resource("signed-opaque.eml"));
    String text = new String(broken, StandardCharsets.ISO_8859_1);
    int body = text.indexOf("\n\n") + 2;
    byte[] der = Base64.getMimeDecoder().decode(text.substring(body));
    String content = new String(der, StandardCharsets.ISO_8859_1);
    der[content.indexOf("5bqP5Y+3")] = '6';
    Opened changed =
        open(
            MailMade.of(
                    "From: a@b.cn",
                    "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
                    "Content-Transfer-Encoding: base64",
                    "")
                .base64(der));
    assertThat(changed.defects()).anyMatch(d -> d.remark() && d.sentence().contains("与内容不符"));
  }

  /** A signature beside what it is about: a list server or an evil hand changed one letter. */
  @Test
  void m22ComparesADetachedSignatureWithThePartAsItTravelled() throws IOException {
    String clear =
        new String(Files.readAllBytes(resource("signed-clear.eml")), StandardCharsets.ISO_8859_1);
    for (String lines : new String[] {"\n", "\r\n"}) {
      Opened opened =
          open(MailMade.of().raw(latin(clear.replace("\r\n", "\n").replace("\n", lines))));
      assertThat(signatures(opened)).as(lines).containsExactly("邮件带有数字签名，内容与签名相符；签名人身份未作验证。");
    }
    int inside = clear.indexOf("text/csv");
    Opened changed =
        open(
            MailMade.of()
                .raw(latin(clear.substring(0, inside) + "TEXT/csv" + clear.substring(inside + 8))));
    assertThat(signatures(changed)).containsExactly("邮件带有数字签名，但与内容不符。");
    assertThat(changed.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(changed.entries()).hasSize(1);
    Opened unreadable = open(MailMade.of().raw(latin(clear.replace("MII", "AAA"))));
    assertThat(signatures(unreadable)).containsExactly("邮件带有数字签名，未作验证。");
    assertThat(unreadable.entries()).hasSize(1);
    Opened forwarded =
        open(
            MailMade.mixed("Subject: x")
                .part("Content-Type: message/rfc822")
                .raw(latin(clear))
                .file("filename=after.pdf", PDF)
                .end());
    assertThat(signatures(forwarded)).containsExactly("邮件带有数字签名，内容与签名相符；签名人身份未作验证。");
    assertThat(names(forwarded)).contains("after.pdf");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> signatures(Opened opened) {
    return opened.defects().stream()
        .map(Defect::sentence)
        .filter(sentence -> sentence.contains("签名"))
        .toList();
  }

  private Path resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/mail/" + name), name)) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  @Test
  void m22AsksForAnEncryptedMailToBeSentOpenly() throws IOException {
    Opened opened = open(resource("encrypted.eml"), "a.eml");
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(codes(opened)).contains("PACKAGE_ENCRYPTED");
  }

  @Test
  void m23TellsOfAnEmptyFileAndReadsNamesOfTheToolHoweverTheyAreTyped() throws IOException {
    Opened opened =
        open(
            withList()
                .file("filename=\"a.rpu\"", new byte[0])
                .file("filename*=UTF-8''%E5%BC%A0%E4%B8%89%C2%B7RPU", RPU)
                .file(
                    "filename*=UTF-8''%E5%BC%A0%E4%B8%89%EF%BC%8E%EF%BC%B2%EF%BC%B0%EF%BC%B5", RPU)
                .end());
    Opened.Entry person = opened.entries().get(0);
    assertThat(Stream.of(opened.documents(), person.documents()).flatMap(List::stream))
        .hasSize(3)
        .extracting(Document::suffix)
        .containsOnly("rpu");
    assertThat(Stream.of(opened.defects(), person.defects()).flatMap(List::stream))
        .anyMatch(d -> !d.remark() && d.sentence().contains("空文件"));
  }

  @Test
  void m24TellsNothingOfAMailWithAMarkInItsSubjectTextOrNames() throws IOException {
    Opened classified = Opened.closed(Opened.Outcome.CLASSIFIED);
    assertThat(open(withList("Subject: 推荐材料 机密★5年").end())).isEqualTo(classified);
    assertThat(
            open(
                withList()
                    .part("Content-Type: text/html; charset=gb2312")
                    .gbk("<p>机 密<b>★</b>5年</p>")
                    .end()))
        .isEqualTo(classified);
    assertThat(
            open(
                withList()
                    .file("filename*=UTF-8''%E6%9C%BA%E5%AF%86%E2%98%855%E5%B9%B4.pdf", PDF)
                    .end()))
        .isEqualTo(classified);
    assertThat(open(MailMade.of("Subject: 机密★5年", "", "x"))).isEqualTo(classified);
  }

  @Test
  void readsAFileThatUuencodeWroteIntoTheText() throws IOException {
    Opened opened =
        open(
            withList()
                .part("Content-Type: text/plain")
                .lines(
                    "hello",
                    "begin 644 a.txt",
                    "#0V%T",
                    "`",
                    "end",
                    "begin 644 b.txt",
                    "#0V%T",
                    "end")
                .end());
    assertThat(names(opened)).containsExactly("a.txt", "b.txt");
    assertThat(opened.entries().get(0).documents().get(0).bytes()).isEqualTo(3);
  }

  @Test
  void comparesWhatTheTransferEncodingClaimsWithTheBytes() throws IOException {
    Opened opened =
        open(
            withList()
                .part(
                    "Content-Type: application/pdf; name=bare.pdf",
                    "Content-Transfer-Encoding: base64")
                .raw(PDF)
                .part("Content-Type: application/pdf; name=hidden.pdf")
                .base64(PDF)
                .end());
    assertThat(opened.entries().get(0).documents())
        .extracting(Document::digest)
        .containsOnly(opened.entries().get(0).documents().get(0).digest());
  }

  @Test
  void knowsAMailByItsHeadWhereItsNameTellsNothing() throws IOException {
    Opened opened = open(withList("Subject: x").file("filename=a.pdf", PDF).end().in(folder), "来信");
    assertThat(names(opened)).containsExactly("a.pdf");
  }
}
