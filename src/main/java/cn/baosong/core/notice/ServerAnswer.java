package cn.baosong.core.notice;

/**
 * What the other side said to a letter.
 *
 * @param code SMTP reply code; 0 where none was given
 * @param text its words, cut to {@value #MOST} characters of one line
 */
public record ServerAnswer(int code, String text) {
  /** As much of an answer as is kept. */
  public static final int MOST = 500;

  public ServerAnswer {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    text = line.length() > MOST ? line.substring(0, MOST) : line;
  }
}
