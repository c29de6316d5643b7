package cn.baosong.reader.mail;

import cn.baosong.reader.text.TextBytes;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes what a mail calls text. A label is a hint: mails called gb2312 are GB18030, many called
 * us-ascii hold Chinese, and what nobody knows is never a failure.
 */
final class MailCharset {
  private static final Set<String> GB =
      Set.of(
          "gb2312",
          "gb_2312-80",
          "gb2312-80",
          "gbk",
          "gb18030",
          "x-gbk",
          "cp936",
          "ms936",
          "936",
          "x-mswin-936",
          "windows-936",
          "euc-cn",
          "x-euc-cn",
          "hz-gb-2312",
          "chinese",
          "csgb2312");

  /** Labels that say nothing once a byte is above 127. */
  private static final Set<String> EMPTY =
      Set.of(
          "",
          "us-ascii",
          "ascii",
          "iso-8859-1",
          "latin1",
          "windows-1252",
          "unknown-8bit",
          "x-unknown",
          "unknown",
          "default",
          "default_charset",
          "utf-8",
          "utf8",
          "unicode-1-1-utf-8");

  private MailCharset() {}

  /** A text, whatever its label says. */
  static String decode(byte[] raw, Optional<String> label) {
    String name = label.map(MailCharset::plain).orElse("");
    if (GB.contains(name)) {
      return gb(raw);
    }
    return EMPTY.contains(name)
        ? decode(raw)
        : known(name).map(charset -> new String(raw, charset)).orElseGet(() -> decode(raw));
  }

  /** A text without a label: UTF-8 where every byte makes sense in it, else GB18030. */
  static String decode(byte[] raw) {
    return TextBytes.utf8(raw).orElseGet(() -> new String(raw, TextBytes.GB18030));
  }

  /** UTF-8 that is called GB shows by characters of three bytes; GBK hardly ever looks like it. */
  private static String gb(byte[] raw) {
    return TextBytes.utf8(raw)
        .filter(text -> text.chars().anyMatch(c -> c > 0x7FF))
        .orElseGet(() -> new String(raw, TextBytes.GB18030));
  }

  private static String plain(String label) {
    String lower = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    return lower.startsWith("charset=") ? lower.substring("charset=".length()) : lower;
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException nobodyKnows) {
      return Optional.empty();
    }
  }

  /** The bytes behind a text that was read as one byte a character. */
  static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One byte a character, so that the syntax of a field is seen before its charset. */
  static String latin(byte[] raw) {
    return new String(raw, StandardCharsets.ISO_8859_1);
  }
}
