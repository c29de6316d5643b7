package cn.baosong.reader.call;

/** Invented persons: the same but for the sequence number, with a valid check character. */
final class SampleIdentity {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String HAN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

  private SampleIdentity() {}

  /** Another identity number (GB 11643) or, of any other text, another name. */
  static String another(String text, int position) {
    return text.matches("\\d{17}[\\dXx]") ? number(text, position) : name(text, position);
  }

  private static String number(String number, int position) {
    int sequence = (Integer.parseInt(number.substring(14, 17)) + 2 * position) % 1000;
    String body = number.substring(0, 14) + "%03d".formatted(sequence);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + CHECKS.charAt(sum % 11);
  }

  private static String name(String name, int position) {
    return name
        + HAN.charAt(position % HAN.length())
        + (position < HAN.length() ? "" : HAN.charAt(position / HAN.length() % HAN.length()));
  }
}
