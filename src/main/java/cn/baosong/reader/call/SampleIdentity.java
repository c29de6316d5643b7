package cn.baosong.reader.call;

import cn.baosong.core.dossier.PartialDate;

/** Invented persons: the same but for the sequence number, with a valid check character. */
final class SampleIdentity {
  private static final String SHAPE = "\\d{17}[\\dXx]";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String HAN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

  private SampleIdentity() {}

  /** Another identity number (GB 11643) or, of any other text, another name. */
  static String another(String text, int position) {
    return text.matches(SHAPE) ? number(text, position) : name(text, position);
  }

  /** The same person born on another day; unchanged when the day is not stated in full. */
  static String born(String number, String birth) {
    return PartialDate.parse(birth)
        .filter(date -> date.earliest().equals(date.latest()) && number.matches(SHAPE))
        .map(date -> date.text().replace("-", ""))
        .map(day -> checked(number.substring(0, 6) + day + number.substring(14, 17)))
        .orElse(number);
  }

  private static String number(String number, int position) {
    int sequence = (Integer.parseInt(number.substring(14, 17)) + 2 * position) % 1000;
    return checked(number.substring(0, 14) + "%03d".formatted(sequence));
  }

  private static String checked(String body) {
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
