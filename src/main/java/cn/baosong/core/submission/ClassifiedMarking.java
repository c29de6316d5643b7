package cn.baosong.core.submission;

/**
 * Whether a text bears a mark of state secrecy, 密级★期限 (domain.md 7.3). Text layers only: a mark
 * drawn in a scan is not seen by it.
 */
public enum ClassifiedMarking {
  NONE,
  /** A person has to look; never a reason to seal by itself. */
  DOUBTFUL,
  MARKED;

  /** What a whole text bears, however it is spaced, broken into lines or written upright. */
  public static ClassifiedMarking in(CharSequence text) {
    MarkingSearch search = new MarkingSearch();
    search.read(text);
    return search.end();
  }

  /** The graver of two. */
  public ClassifiedMarking or(ClassifiedMarking other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
