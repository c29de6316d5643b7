package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lists of addresses (RFC 5322, 3.4) as they are written: names in quotes or not, encoded or raw,
 * with comments and groups. What stands in angle brackets is the address, the rest is a name.
 */
final class Addresses {
  private static final int MOST = 50;

  private final List<Address> found = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder angle = new StringBuilder();
  private boolean bracketed;

  private Addresses() {}

  /**
   * Reads a field.
   *
   * @param latin one byte a character
   */
  static List<Address> of(String latin) {
    Addresses list = new Addresses();
    list.scan(latin);
    return list.found;
  }

  private void scan(String latin) {
    boolean quoted = false;
    boolean inside = false;
    int comment = 0;
    for (int i = 0; i < latin.length() && found.size() < MOST; i++) {
      char c = latin.charAt(i);
      if (c == '\\' && (quoted || comment > 0) && i + 1 < latin.length()) {
        words.append(latin.charAt(++i));
      } else if (quoted || (c == '"' && comment == 0 && !inside)) {
        quoted = quoted ? c != '"' : true;
        append(words, c, '"');
      } else if (comment > 0 || (c == '(' && !inside)) {
        comment += c == '(' ? 1 : c == ')' ? -1 : 0;
      } else if (inside) {
        inside = c != '>';
        append(angle, c, '>');
      } else if (c == '<') {
        inside = true;
        bracketed = true;
        angle.setLength(0);
      } else if (c == ',' || c == ';') {
        end();
      } else if (c == ':' && words.indexOf("@") < 0) {
        words.setLength(0);
      } else {
        words.append(c);
      }
    }
    end();
  }

  private static void append(StringBuilder to, char c, char but) {
    if (c != but) {
      to.append(c);
    }
  }

  private void end() {
    String text = MailHeader.oneLine(EncodedWords.decode(words.toString()));
    String address = bracketed ? EncodedWords.decode(angle.toString()) : text;
    if (bracketed || !address.isBlank()) {
      found.add(new Address(plain(address), bracketed ? text : ""));
    }
    words.setLength(0);
    angle.setLength(0);
    bracketed = false;
  }

  private static String plain(String address) {
    String bare = MailHeader.oneLine(address).replaceAll("\\s", "");
    int at = bare.lastIndexOf('@');
    return at < 0 ? bare : bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT);
  }
}
