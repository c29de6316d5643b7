package cn.baosong.camel.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A Chinese name of an attachment, written for every reader: as encoded words (RFC 2047), which QQ,
 * NetEase, Foxmail and older Outlook read although the standard forbids them there, and as an
 * extended value (RFC 2231), which all newer ones prefer. Neither is split into numbered pieces,
 * which some of them do not put together again.
 */
record FileName(String name) {
  /** Bytes that fit into an encoded word of 75 characters. */
  private static final int OF_ONE_WORD = 45;

  private static final String PLAIN = "!#$&+-.^_`|~";

  /** Words parted by a blank, which the reader drops. */
  String encodedWords() {
    List<String> words = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              String next = Character.toString(c);
              if (bytes(part + next).length > OF_ONE_WORD) {
                words.add(word(part.toString()));
                part.setLength(0);
              }
              part.append(next);
            });
    words.add(word(part.toString()));
    return String.join(" ", words);
  }

  private static String word(String part) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(part)) + "?=";
  }

  String extended() {
    StringBuilder out = new StringBuilder("UTF-8''");
    for (byte b : bytes(name)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
