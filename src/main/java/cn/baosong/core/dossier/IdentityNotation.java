package cn.baosong.core.dossier;

import cn.baosong.core.dossier.IdentityNumber.Kind;
import cn.baosong.core.dossier.IdentityNumber.Sex;
import cn.baosong.core.dossier.IdentityNumber.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the numbers of identity documents by their form. */
final class IdentityNotation {
  private static final Pattern EIGHTEEN = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern FIFTEEN = Pattern.compile("[0-9]{15}");
  private static final Pattern OLD_FOREIGN = Pattern.compile("[A-Z]{3}[0-9]{12}");
  private static final Pattern EXPONENT = Pattern.compile("[0-9](?:\\.[0-9]+)?E\\+?1[0-9]");
  private static final Pattern PASSPORT =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{6,9}|[0-9]{8,9}|[HM][0-9]{10}");
  private static final Pattern LIKE_X = Pattern.compile("[ХΧ×✕]");
  private static final Pattern TEXT_MARK = Pattern.compile("^['‘’`]");
  private static final Pattern AREA_OUTSIDE_MAINLAND = Pattern.compile("8[123].*");

  private IdentityNotation() {}

  static IdentityNumber read(String written) {
    String text = normal(written);
    if (EIGHTEEN.matcher(text).matches()) {
      return ofEighteen(text);
    }
    if (FIFTEEN.matcher(text).matches()) {
      return ofFifteen(text);
    }
    if (OLD_FOREIGN.matcher(text).matches()) {
      return bare(Kind.FOREIGN_PERMANENT, text, Validity.VALID);
    }
    if (EXPONENT.matcher(text).matches()) {
      return bare(Kind.OTHER, text, Validity.PRECISION_LOST_SUSPECTED);
    }
    return PASSPORT.matcher(text).matches()
        ? bare(Kind.PASSPORT, text, Validity.VALID)
        : bare(Kind.OTHER, text, Validity.NOT_RECOGNISED);
  }

  /** Cyrillic and Greek look-alikes and the multiplication sign stand for the check letter X. */
  private static String normal(String written) {
    String code = LIKE_X.matcher(Typing.code(written)).replaceAll("X");
    return TEXT_MARK.matcher(code).replaceFirst("");
  }

  private static IdentityNumber ofEighteen(String text) {
    Kind kind = kindOfEighteen(text);
    Optional<LocalDate> born = date(text.substring(6, 14));
    if (text.charAt(17) != checkCharacter(text)) {
      boolean rounded = text.endsWith("000");
      return bare(
          kind, text, rounded ? Validity.PRECISION_LOST_SUSPECTED : Validity.CHECK_DIGIT_WRONG);
    }
    return born.isEmpty()
        ? bare(kind, text, Validity.BIRTH_DATE_IMPOSSIBLE)
        : new IdentityNumber(kind, text, Validity.VALID, born, Optional.of(sex(text.charAt(16))));
  }

  private static IdentityNumber ofFifteen(String text) {
    Optional<LocalDate> born = date("19" + text.substring(6, 12));
    return born.isEmpty()
        ? bare(Kind.RESIDENT_15, text, Validity.BIRTH_DATE_IMPOSSIBLE)
        : new IdentityNumber(
            Kind.RESIDENT_15, text, Validity.VALID, born, Optional.of(sex(text.charAt(14))));
  }

  private static Kind kindOfEighteen(String text) {
    if (text.startsWith("9")) {
      return Kind.FOREIGN_PERMANENT;
    }
    return AREA_OUTSIDE_MAINLAND.matcher(text).matches()
        ? Kind.HK_MACAO_TAIWAN_RESIDENCE
        : Kind.RESIDENT_18;
  }

  /** ISO 7064 MOD 11-2 over the first 17 digits, as GB 11643-1999 demands. */
  static char checkCharacter(String text) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum = (sum + Character.digit(text.charAt(i), 10)) * 2 % 11;
    }
    return "10X98765432".charAt(sum);
  }

  private static Optional<LocalDate> date(String compact) {
    try {
      int year = Integer.parseInt(compact.substring(0, 4));
      int month = Integer.parseInt(compact.substring(4, 6));
      return Optional.of(LocalDate.of(year, month, Integer.parseInt(compact.substring(6))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Sex sex(char ordinal) {
    return Character.digit(ordinal, 10) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  private static IdentityNumber bare(Kind kind, String text, Validity validity) {
    return new IdentityNumber(kind, text, validity, Optional.empty(), Optional.empty());
  }
}
