package cn.baosong.core.dossier;

import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015). A failing check is a warning only: early
 * codes break the standard, and many submitting units have no code of their own.
 *
 * @param text the normal form: half-width, upper case, no blanks
 * @param validity what the code's own check says
 */
public record UnifiedCreditCode(String text, Validity validity) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");

  /** What the check says. */
  public enum Validity {
    VALID,
    CHECK_CHARACTER_WRONG,
    NOT_RECOGNISED
  }

  /** Reads any text; what cannot be recognised says so instead of failing. */
  public static UnifiedCreditCode read(String written) {
    String text = Typing.code(written).replace("-", "");
    if (!FORM.matcher(text).matches()) {
      return new UnifiedCreditCode(text, Validity.NOT_RECOGNISED);
    }
    boolean right = text.charAt(17) == checkCharacter(text);
    return new UnifiedCreditCode(text, right ? Validity.VALID : Validity.CHECK_CHARACTER_WRONG);
  }

  /** Weights are the powers of 3 modulo 31 over the first 17 characters. */
  static char checkCharacter(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
