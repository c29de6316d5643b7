package cn.baosong.core.call;

/**
 * Somebody on a list of persons selected before; of each fact only what the list states.
 *
 * @param name letters of the normal form, without separators and blanks; never empty
 * @param number identity number in its normal form; empty when the list has none or only parts
 * @param head first characters of a number that the list shows in part; may be empty
 * @param tail its last characters; may be empty
 * @param birth as a partial date in ISO 8601; may be empty
 * @param session which list and which year or batch, in the list's words; may be empty
 * @param place file and row, such as {@code lists/awarded.csv!12}
 */
public record SelectedPerson(
    String name,
    String number,
    String head,
    String tail,
    String birth,
    String session,
    String place) {

  /** The place alone, so that no log line carries a person. */
  @Override
  public String toString() {
    return place;
  }
}
