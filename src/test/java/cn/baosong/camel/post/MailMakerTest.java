package cn.baosong.camel.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.notice.LetterKind;
import cn.baosong.desk.Outgoing;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves, byte by byte. */
class MailMakerTest {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Pattern NAME = Pattern.compile("\\r\\n name=\"([^\"]*)\"");
  private static final Pattern FILENAME = Pattern.compile("\\r\\n filename=\"([^\"]*)\";");
  private static final Pattern EXTENDED = Pattern.compile("\\r\\n filename\\*=UTF-8''(\\S+)");

  @TempDir Path folder;

  private final MailMaker maker = new MailMaker(Covers.SENDER, moment -> moment);

  private String raw(Outgoing outgoing) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    maker.make(SESSION, outgoing).writeTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** QQ, NetEase and Foxmail read the encoded words, newer readers the extended value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "收件回执-SJ-2020-000123.pdf",
        "逾期视为放弃告知书-SJ-2020-000123.pdf",
        "补正材料通知书（一次性告知，含䶮㛃𠮷等字）-SJ-2020-000123.pdf"
      })
  void namesTheAttachmentForEveryReader(String name) throws Exception {
    String raw = raw(Covers.outgoing(folder, LetterKind.RECEIPT, name, "unit@example.org"));
    assertThat(raw).matches("(?s)\\A\\p{ASCII}*\\z");
    for (Pattern written : new Pattern[] {NAME, FILENAME}) {
      String words = found(written, raw);
      assertThat(words.split(" ", -1))
          .allSatisfy(word -> assertThat(word).startsWith("=?UTF-8?B?").hasSizeLessThan(76));
      assertThat(MimeUtility.decodeText(words)).isEqualTo(name);
    }
    assertThat(URLDecoder.decode(found(EXTENDED, raw), StandardCharsets.UTF_8)).isEqualTo(name);
    assertThat(raw).doesNotContain("filename*0", "name*0");
    assertThat(raw.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(998));
  }

  private static String found(Pattern pattern, String raw) {
    Matcher found = pattern.matcher(raw);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  @Test
  void saysThatAMachineWroteItAndWhichLetterItIs() throws Exception {
    String raw =
        raw(
            Covers.outgoing(
                folder, LetterKind.ACCEPTANCE, "函.pdf", "a@example.org", "b@example.org"));
    assertThat(raw)
        .contains(
            "Auto-Submitted: auto-generated\r\n",
            "X-Auto-Response-Suppress: All\r\n",
            "X-Baosong-Letter: " + Covers.ID + "\r\n",
            "Message-ID: <baosong." + Covers.ID + "@example.org>\r\n",
            "To: a@example.org, b@example.org\r\n")
        .doesNotContain("Precedence", "Cc:", "Bcc:", "Reply-To:");
    assertThat(raw(Covers.outgoing(folder, LetterKind.RECEIPT, "函.pdf", "a@example.org")))
        .contains("Auto-Submitted: auto-replied\r\n");
  }

  /** N05: a repetition after a crash is the same notice, bit by bit. */
  @Test
  void makesTheSameBytesWheneverItIsAsked() throws Exception {
    Outgoing outgoing = Covers.outgoing(folder, LetterKind.RECEIPT, "函.pdf", "a@example.org");
    assertThat(raw(outgoing)).isEqualTo(raw(outgoing));
  }

  @Test
  void bringsTheLetterAsItWasPrinted() throws Exception {
    String raw = raw(Covers.outgoing(folder, LetterKind.RECEIPT, "回执.pdf", "a@example.org"));
    MimeMessage read =
        new MimeMessage(
            SESSION, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(read.getSubject()).isEqualTo("【收件回执】SJ-2020-000001（示例办公室）");
    assertThat(MimeUtility.decodeText(read.getHeader("From", null)))
        .isEqualTo("示例办公室 <office@example.org>");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("见附件。\r\n");
    assertThat(parts.getBodyPart(0).getHeader("Content-Transfer-Encoding"))
        .containsExactly("base64");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("%PDF-1.7 invented");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not an address",
        "a@example.org\r\nBcc: b@evil.test",
        "a@example.org, b@evil.test",
        "@example.org"
      })
  void refusesWhatIsNoSingleAddress(String registered) throws Exception {
    Outgoing outgoing = Covers.outgoing(folder, LetterKind.RECEIPT, "函.pdf", registered);
    assertThatThrownBy(() -> maker.make(SESSION, outgoing)).isInstanceOf(AddressException.class);
    Outgoing beside =
        Covers.outgoing(folder, LetterKind.RECEIPT, "函.pdf", "a@example.org", registered);
    assertThat(Arrays.toString(maker.make(SESSION, beside).getAllRecipients()))
        .isEqualTo("[a@example.org]");
  }
}
