package cn.baosong.core.dossier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The number of an identity document as written, in its normal form. A number that fails its check
 * is something to correct, never a reason to refuse; regions are not checked, since old cards carry
 * codes that no table holds any more.
 *
 * @param kind the document the form of the number points to
 * @param text the normal form: half-width, upper case, no blanks
 * @param validity what the number's own checks say
 * @param birthDate the date of birth inside a valid number, if the kind carries one
 * @param sex the sex inside a valid number, if the kind carries one
 */
public record IdentityNumber(
    Kind kind, String text, Validity validity, Optional<LocalDate> birthDate, Optional<Sex> sex) {

  /** The documents that the notices' candidates hold. */
  public enum Kind {
    /** 居民身份证, GB 11643-1999. */
    RESIDENT_18,
    /** 第一代居民身份证; no longer valid since 2013, but still in old files. */
    RESIDENT_15,
    /** 港澳台居民居住证, starting with 81, 82 or 83. */
    HK_MACAO_TAIWAN_RESIDENCE,
    /** 外国人永久居留身份证: 18 characters starting with 9, formerly 15 starting with letters. */
    FOREIGN_PERMANENT,
    /** A passport or travel permit: a few letters and digits, without a check to make. */
    PASSPORT,
    OTHER
  }

  /** What the number's own checks say. */
  public enum Validity {
    VALID,
    CHECK_DIGIT_WRONG,
    /** The last digits read 000 or the number is in exponent form: a spreadsheet rounded it. */
    PRECISION_LOST_SUSPECTED,
    BIRTH_DATE_IMPOSSIBLE,
    NOT_RECOGNISED
  }

  /** The sex that a number states. */
  public enum Sex {
    MALE,
    FEMALE
  }

  /** Reads any text; what cannot be recognised says so instead of failing. */
  public static IdentityNumber read(String written) {
    return IdentityNotation.read(written);
  }

  /** First three and last four characters; of numbers shorter than 15 the first and last two. */
  public String masked() {
    int length = text.length();
    int head = length >= 15 ? 3 : Math.min(1, length);
    int tail = length >= 15 ? 4 : length >= 6 ? 2 : 0;
    return text.substring(0, head)
        + "*".repeat(length - head - tail)
        + text.substring(length - tail);
  }

  /** Masked, so that no log line carries the number. */
  @Override
  public String toString() {
    return kind + " " + masked() + " " + validity;
  }
}
