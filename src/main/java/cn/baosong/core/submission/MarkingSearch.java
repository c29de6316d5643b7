package cn.baosong.core.submission;

/**
 * Looks for marks of state secrecy in a text of any length that comes in parts; keeps a few
 * thousand characters at a time.
 */
public final class MarkingSearch {
  private static final int WINDOW = 1 << 14;

  /** Longer than any mark with its term, and than what decides about it before and after. */
  private static final int MARGIN = 128;

  private final MarkingFold fold = new MarkingFold();
  private final StringBuilder window = new StringBuilder();
  private int judged;
  private char half;
  private ClassifiedMarking found = ClassifiedMarking.NONE;

  /** The next part of the same text. */
  public void read(CharSequence part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (Character.isHighSurrogate(c)) {
        half = c;
      } else {
        boolean pair = Character.isLowSurrogate(c) && half != 0;
        fold.append(pair ? Character.toCodePoint(half, c) : c, window);
        half = 0;
      }
      if (window.length() > WINDOW) {
        judge(window.length() - MARGIN);
        int gone = window.length() - 2 * MARGIN;
        window.delete(0, gone);
        judged -= gone;
      }
    }
  }

  /** What was found so far; {@link ClassifiedMarking#MARKED} will not change any more. */
  public ClassifiedMarking found() {
    return found;
  }

  /** Ends the text; another one may begin. */
  public ClassifiedMarking end() {
    judge(window.length());
    window.setLength(0);
    judged = 0;
    fold.append('\n', window);
    return found;
  }

  /** Adds what was found in another text of the same file. */
  public void add(ClassifiedMarking elsewhere) {
    found = found.or(elsewhere);
  }

  private void judge(int upTo) {
    found = found.or(MarkingPattern.gravest(window, judged, upTo));
    judged = upTo;
  }
}
