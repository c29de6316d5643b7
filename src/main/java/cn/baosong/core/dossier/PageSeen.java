package cn.baosong.core.dossier;

/**
 * What a page of a scanned file turned out to be.
 *
 * @param at page of the file, from 1
 * @param turned quarter turns by which it lies, 0 to 3
 * @param skew degrees beyond these by which it lies askew
 * @param of the page of the form, or the page of the file that it repeats; 0 where it is neither
 */
public record PageSeen(int at, Kind kind, int turned, double skew, int of) {
  /** What it shows. */
  public enum Kind {
    /** A page of the form that is being read. */
    FORM,
    /** The same page of the form once more. */
    DUPLICATE,
    /** Nothing. */
    BLANK,
    /** Another candidate's form. */
    ANOTHER,
    /** Something without a code. */
    UNKNOWN
  }
}
