package cn.baosong.reader.sheet;

/**
 * Something to say about a list as a whole.
 *
 * @param place file, sheet or line it concerns
 */
public record Remark(Kind kind, String place, String chinese, String english) {

  /** What it is about; the first five leave no list to read. */
  public enum Kind {
    OLD_FORMAT,
    UNREADABLE,
    UNSAFE,
    TOO_LARGE,
    NO_TABLE,
    HIDDEN_SHEET,
    COLUMN_TWICE,
    COLUMN_UNNAMED,
    ROW_SKIPPED
  }

  static Remark of(Kind kind, String place, String chinese, String english) {
    return new Remark(
        kind, place, "“" + place + "”" + chinese + "。", "\"" + place + "\" " + english + ".");
  }
}
