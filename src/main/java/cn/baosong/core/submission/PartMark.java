package cn.baosong.core.submission;

/**
 * That a mail or a file says it is one of several that make up one package: “材料1/3”, “第2封共3封”.
 *
 * @param number from 1
 * @param of how many there are in all
 * @param title what the subject or name says without the mark; the same in all of them
 */
public record PartMark(int number, int of, String title) {
  /** Beyond this a fraction is no count of parts. */
  public static final int MOST = 20;

  public PartMark {
    if (of < 2 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(number + " of " + of + " is no part");
    }
    title = Brief.of(title, 100);
  }
}
