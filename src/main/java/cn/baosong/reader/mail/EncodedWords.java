package cn.baosong.reader.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words (RFC 2047) as they are really written: inside quotes and parameters, with spaces in
 * them, and with one character cut in two between two words.
 */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?]*)\\?=");

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private String charset = "";
  private String base64 = "";

  private EncodedWords() {}

  /**
   * Reads the value of a field.
   *
   * @param latin one byte a character
   */
  static String decode(String latin) {
    EncodedWords words = new EncodedWords();
    Matcher word = WORD.matcher(latin);
    int end = 0;
    while (word.find()) {
      String gap = latin.substring(end, word.start());
      boolean joined = end > 0 && gap.isBlank();
      if (!joined) {
        words.plain(gap);
      }
      words.word(word.group(1), word.group(2), word.group(3));
      end = word.end();
    }
    words.plain(latin.substring(end));
    return words.text.toString();
  }

  private void plain(String gap) {
    flush();
    text.append(MailCharset.decode(MailCharset.bytes(gap)));
  }

  private void word(String label, String encoding, String content) {
    int language = label.indexOf('*');
    String name = (language < 0 ? label : label.substring(0, language)).toLowerCase(Locale.ROOT);
    if (!name.equals(charset)) {
      flush();
      charset = name;
    }
    if (encoding.equalsIgnoreCase("b")) {
      base64(content);
    } else {
      endBase64();
      quoted(content);
    }
  }

  /** Some writers cut in the midst of a group of four. */
  private void base64(String content) {
    base64 += content;
    if (content.endsWith("=") || base64.length() % 4 == 0) {
      endBase64();
    }
  }

  private void endBase64() {
    bytes.writeBytes(fromBase64(base64));
    base64 = "";
  }

  static byte[] fromBase64(String content) {
    String clean = content.replaceAll("[^A-Za-z0-9+/]", "");
    int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
    return Base64.getDecoder().decode(clean.substring(0, whole));
  }

  private void quoted(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int high = hex(content, i + 1);
      int low = hex(content, i + 2);
      if (c == '=' && high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
  }

  static int hex(String text, int at) {
    return at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
  }

  private void flush() {
    endBase64();
    if (bytes.size() > 0) {
      text.append(MailCharset.decode(bytes.toByteArray(), Optional.of(charset)));
      bytes.reset();
    }
    charset = "";
  }
}
