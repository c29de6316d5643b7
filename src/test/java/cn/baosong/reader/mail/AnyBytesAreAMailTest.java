package cn.baosong.reader.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Mail;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveLooks;
import cn.baosong.reader.archive.AtOnce;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyBytesAreAMailTest {
  private static final StoredMailGlance GLANCE =
      new StoredMailGlance(new ArchiveLooks(ArchiveLimits.safe(), AtOnce.safe()));

  @Property(tries = 400)
  void readsAnyBytes(@ForAll byte[] bytes) throws IOException {
    assertThat(glance(bytes).subject()).hasSizeLessThanOrEqualTo(1000);
  }

  @Property(tries = 1500)
  void readsAnyMixtureOfWhatMailsAreMadeOf(@ForAll("mixtures") String mixture) throws IOException {
    Mail mail = glance(mixture.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(mail.text()).hasSizeLessThanOrEqualTo(Mail.LONGEST_TEXT);
    assertThat(mail.subject().chars()).noneMatch(Character::isISOControl);
  }

  @Property(tries = 1500)
  void opensAnyMixtureOfWhatMailsAreMadeOf(@ForAll("mixtures") String mixture) throws IOException {
    byte[] bytes = mixture.getBytes(StandardCharsets.ISO_8859_1);
    List<Long> sizes = new ArrayList<>();
    MailContent content =
        MailOpening.read(
            new ByteArrayInputStream(bytes),
            (file, plain) -> sizes.add(plain.transferTo(OutputStream.nullOutputStream())));
    assertThat(content.mail().subject()).doesNotContain("\n");
    assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(bytes.length);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "\r\n",
            "\n",
            "\r\n\r\n",
            " ",
            "From: ",
            "Subject: ",
            "References: ",
            "<baosong.a@b>",
            "a@b.cn, <",
            ">\"(",
            "=?utf-8?B?5o6o6I2Q",
            "?=",
            "=?gbk?Q?=B2=C4?=",
            "=?x?b?",
            "Content-Type: ",
            "multipart/mixed; boundary=x",
            "multipart/report; boundary=\"y\"",
            "message/rfc822",
            "message/delivery-status",
            "text/html; charset=gb2312",
            "; name*0*=gbk'zh'%B2%",
            "; name*1=\"C4\\",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Disposition: attachment; filename=",
            "--x",
            "--y",
            "--x--",
            "begin 644 a.zip\n",
            "#0V%T\n",
            "end\n",
            "<a href='https://pan.baidu.com/s/1'>a.zip</a>",
            "第1封共",
            "1/3",
            "\u00b2\u00c4",
            "\u0000",
            "=3D=",
            "Auto-Submitted: ")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  private static Mail glance(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("any", ".eml");
    try {
      return GLANCE.of(Files.write(file, bytes), Set.of("b")).mail();
    } finally {
      Files.delete(file);
    }
  }
}
