package cn.baosong.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a line may end: between any two Chinese characters, and never inside a number, a time stamp
 * with its space or a Latin word. What is longer than such a word parts where Unicode lets it.
 */
final class HeldWords implements FSTextBreaker {
  /** Longer than an item number or a time stamp it is a path or an attack. */
  private static final int LONGEST = 24;

  private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
  private static final Pattern WORD =
      Pattern.compile("(?:" + STAMP + "|[\\x{21}-\\x{1FFF}])[\\x{21}-\\x{1FFF}]*");
  private static final int DATE = "yyyy-MM-dd ".length();
  private static final int TIME = "HH:mm".length();

  private final BreakIterator places = BreakIterator.getLineInstance(Locale.CHINA);
  private String text = "";

  /** The words of a text that stay in one piece. */
  static Stream<String> in(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).filter(w -> w.length() <= LONGEST);
  }

  @Override
  public void setText(String text) {
    this.text = text;
    places.setText(text);
  }

  @Override
  public int next() {
    int place = places.next();
    while (place != BreakIterator.DONE && place < text.length() && isHeld(place)) {
      place = places.next();
    }
    return place;
  }

  private boolean isHeld(int place) {
    return isInWord(place)
        || (place >= DATE
            && place + TIME <= text.length()
            && STAMP.matcher(text).region(place - DATE, place + TIME).matches());
  }

  private boolean isInWord(int place) {
    int from = place;
    while (from > 0 && place - from <= LONGEST && isLatin(text.charAt(from - 1))) {
      from--;
    }
    int until = place;
    while (until < text.length() && until - place <= LONGEST && isLatin(text.charAt(until))) {
      until++;
    }
    return from < place && place < until && until - from <= LONGEST;
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x2000;
  }
}
