package cn.baosong.core.dossier;

import java.util.Locale;
import java.util.Set;

/**
 * A person's name in its normal form. Never merges two different Han characters: simplified against
 * traditional and variant characters stay different, since the identity card's form rules.
 *
 * @param text the normal form: one separator U+00B7 (民委发〔2016〕33号), no padding
 * @param doubts what a person should look at before trusting the name
 */
public record PersonName(String text, Set<Doubt> doubts) {

  /** Why a name may not be what its holder is called. */
  public enum Doubt {
    /** A blank between two parts of several characters: separator, padding or two people. */
    BLANK_BETWEEN_PARTS,
    /** {@code ? □ 〓} or a description in brackets stands for a character the sender lacked. */
    REPLACEMENT_MARK,
    /** A private use character that GB 18030 does not explain. */
    PRIVATE_USE,
    /** Far longer than any name; kept as written. */
    TOO_LONG,
    EMPTY
  }

  public PersonName {
    doubts = Set.copyOf(doubts);
  }

  /** Reads a name as typed, copied or decoded; never fails. */
  public static PersonName read(String written) {
    return NameNotation.read(written);
  }

  /** Without blanks and separators, in upper case: 买买提 艾力 may be 买买提·艾力. */
  public String letters() {
    return text.toUpperCase(Locale.ROOT).replaceAll("[ " + NameNotation.SEPARATOR + "]", "");
  }

  /** Length in characters as a person counts them, not in UTF-16 units. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** For lists: the first character and at most three stars, 张三 as 张*. */
  public String masked() {
    if (length() < 2) {
      return "*".repeat(length());
    }
    return Character.toString(text.codePointAt(0)) + "*".repeat(Math.min(length() - 1, 3));
  }

  /** Masked, so that no log line carries the name. */
  @Override
  public String toString() {
    return masked() + doubts;
  }
}
