package cn.baosong.reader.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A mail written by hand, byte by byte, never by a library that also reads it. */
public final class MailMade {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String BOUNDARY = "=_part_of_the_mail";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private MailMade() {}

  /** A mail that begins with these lines. */
  public static MailMade of(String... lines) {
    return new MailMade().lines(lines);
  }

  /** A mail of several parts, from a unit to the office. */
  public static MailMade mixed(String... header) {
    return of(
            "From: =?utf-8?B?55Sy5biC5Lq656S+5bGA?= <jia@example.cn>",
            "To: office@baosong.example",
            "Message-ID: <m1@example.cn>",
            "Date: Tue, 31 Mar 2020 23:59:58 +0800",
            "MIME-Version: 1.0")
        .lines(header)
        .lines("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"", "");
  }

  /** The next part with its header, and the blank line behind it. */
  public MailMade part(String... header) {
    return lines("", "--" + BOUNDARY).lines(header).lines("");
  }

  /** A part in base64. */
  public MailMade file(String nameField, byte[] content) {
    return part(
            "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; " + nameField,
            "Content-Transfer-Encoding: base64")
        .base64(content);
  }

  public MailMade end() {
    return lines("", "--" + BOUNDARY + "--");
  }

  /** Lines in UTF-8, each ended as mail ends them. */
  public MailMade lines(String... lines) {
    return lines(StandardCharsets.UTF_8, lines);
  }

  /** Lines as old Chinese clients write them. */
  public MailMade gbk(String... lines) {
    return lines(GBK, lines);
  }

  private MailMade lines(Charset charset, String... lines) {
    for (String line : lines) {
      bytes.writeBytes((line + "\r\n").getBytes(charset));
    }
    return this;
  }

  public MailMade raw(byte[] raw) {
    bytes.writeBytes(raw);
    return this;
  }

  public MailMade base64(byte[] content) {
    return raw(Base64.getMimeEncoder().encode(content)).lines("");
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** The same as a file. */
  public Path in(Path folder) throws IOException {
    return Files.write(Files.createTempFile(folder, "mail-", ".eml"), bytes());
  }
}
