package cn.baosong.core.submission;

import java.util.List;

/** Keeps what a sender wrote within bounds; never cuts a character in two. */
final class Brief {
  private Brief() {}

  /** The beginning of a text, at most so many UTF-16 units. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int cut = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, cut);
  }

  /** The first of many. */
  static <T> List<T> of(List<T> all, int most) {
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
