package cn.baosong.web.page.route;

import cn.baosong.web.page.Told;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of a route, which says the same in Chinese and then in English. */
final class RouteWords {
  private static final Pattern TWO =
      Pattern.compile("^(.*?[\\p{IsHan}”）][。！]?)\\s+([A-Z][\\x20-\\x7e]*)$", Pattern.DOTALL);

  private RouteWords() {}

  /** In the reader's language, or whole where it is written in one. */
  static String inTheirs(String description) {
    Matcher two = TWO.matcher(description.strip());
    return two.matches() ? Told.inTheirs(two.group(1), two.group(2)) : description.strip();
  }
}
