package cn.baosong.core.dossier;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The telephone numbers of one field, as bare digits with their area code where one is stated. A
 * later number inherits the area code of the one before it; 转 parts an extension.
 *
 * @param numbers the numbers, sorted
 */
public record PhoneNumbers(SortedSet<String> numbers) {
  private static final Pattern GROUPED_MOBILE =
      Pattern.compile("(?<![0-9])(1[3-9][0-9])[ -]([0-9]{4})[ -]([0-9]{4})(?![0-9])");
  private static final Pattern LOCAL = Pattern.compile("[2-9][0-9]{6,7}(?:转[0-9]+)?");
  private static final Pattern EDGE_DASHES = Pattern.compile("^-+|-+$");
  private static final Pattern AREA = Pattern.compile("0[0-9]{2,3}");
  private static final Pattern EXTENSION =
      Pattern.compile("(?<=[0-9]{7})(?:-|转|分机|EXT\\.?)(?=[0-9]{1,5}(?![0-9]))");
  private static final Pattern COUNTRY = Pattern.compile("(?<![0-9])(?:\\(?\\+|00|\\()86\\)?[- ]?");

  public PhoneNumbers {
    numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
  }

  public static PhoneNumbers read(String written) {
    TreeSet<String> numbers = new TreeSet<>();
    String area = "";
    for (String part : tidy(written).split("[^0-9转-]+")) {
      String token = EDGE_DASHES.matcher(part).replaceAll("");
      area = areaOf(token, area);
      String number = complete(token, area);
      if (!number.isEmpty()) {
        numbers.add(number);
      }
    }
    return new PhoneNumbers(numbers);
  }

  /** Whether each number here is also there, or differs from one there by the area code alone. */
  public boolean isContainedIn(PhoneNumbers other) {
    return !numbers.isEmpty() && numbers.stream().allMatch(number -> known(number, other.numbers));
  }

  /** The numbers parted by blanks: the normal form that is compared. */
  public String text() {
    return String.join(" ", numbers);
  }

  private static boolean known(String number, Collection<String> others) {
    return others.stream()
        .anyMatch(
            other ->
                other.equals(number)
                    || isSameLocally(number, other)
                    || isSameLocally(other, number));
  }

  private static boolean isSameLocally(String local, String whole) {
    return LOCAL.matcher(local).matches()
        && whole.startsWith("0")
        && whole.endsWith(local)
        && AREA.matcher(whole.substring(0, whole.length() - local.length())).matches();
  }

  private static String areaOf(String token, String before) {
    String head = token.contains("-") ? token.substring(0, token.indexOf('-')) : token;
    return AREA.matcher(head).matches() ? head : before;
  }

  private static String complete(String token, String area) {
    if (AREA.matcher(token).matches()) {
      return "";
    }
    String digits = token.replace("-", "");
    if (LOCAL.matcher(token).matches()) {
      return area + token;
    }
    // 01-1 is no area code, and must not read as one when its normal form is read again
    return AREA.matcher(digits).matches() ? token : digits;
  }

  private static String tidy(String written) {
    String text =
        Typing.dashed(Typing.halfWidth(written)).replaceAll(" +", " ").replaceAll(" ?- ?", "-");
    String national = COUNTRY.matcher(text).replaceAll("");
    String mobile = GROUPED_MOBILE.matcher(national).replaceAll("$1$2$3");
    String bracketed = mobile.replaceAll("[(\\[【〔] *(0[0-9]{2,3}) *[)\\]】〕] *-?", " $1-");
    return EXTENSION.matcher(bracketed).replaceAll("转").strip();
  }
}
