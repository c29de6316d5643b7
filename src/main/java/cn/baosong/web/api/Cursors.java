package cn.baosong.web.api;

import cn.baosong.desk.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cursors as clients carry them: opaque, of one list, refused when anything about them is odd. */
final class Cursors {
  private static final int LONGEST = 300;
  private static final Pattern SHAPE =
      Pattern.compile("([a-z]{1,20})\\|([0-9TZ:.+-]{1,40})\\|([\\p{L}\\p{N}._/-]{1,160})");

  private Cursors() {}

  static String write(String list, Place place) {
    String plain = list + "|" + place.at() + "|" + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws BadRequest when it is not a cursor of this list
   */
  static Place read(String list, String cursor) {
    if (cursor.length() <= LONGEST) {
      Matcher parts = SHAPE.matcher(decoded(cursor));
      if (parts.matches() && parts.group(1).equals(list)) {
        return new Place(instant(parts.group(2)), parts.group(3));
      }
    }
    throw bad();
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw bad();
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noInstant) {
      throw bad();
    }
  }

  private static BadRequest bad() {
    return new BadRequest(
        "cursor",
        "cursor 无效：请原样使用上一页返回的 next。",
        "The cursor is not valid: pass on the next of the previous page unchanged.");
  }
}
