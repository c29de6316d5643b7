package cn.baosong.desk;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A domain that a reader takes for another one: a letter more or less, one in another's place, or
 * signs that look alike ({@code 0} and {@code o}, {@code rn} and {@code m}, Cyrillic {@code а}).
 * What it says is a warning; a domain near another one may be honest.
 */
final class Lookalike {
  /** Of a shorter name one sign more or less makes another honest name: {@code qq.com, qq.cn}. */
  private static final int SHORTEST = 8;

  private static final int NEAR = 1;

  /** Letters of other scripts, and figures, as the eye takes them. */
  private static final Map<Integer, String> SEEN_AS = seenAs();

  private final String domain;

  /**
   * @param domain in lower case
   */
  Lookalike(String domain) {
    this.domain = domain;
  }

  private static Map<Integer, String> seenAs() {
    String[][] pairs = {
      {"0οоօ", "o"},
      {"1lіıӏι|!", "i"},
      {"аɑα", "a"},
      {"еє", "e"},
      {"сϲ", "c"},
      {"рρ", "p"},
      {"уү", "y"},
      {"хχ", "x"},
      {"ѕ5", "s"},
      {"ԁ", "d"},
      {"ɡ9", "g"},
      {"һ", "h"},
      {"ո", "n"},
      {"ν", "v"},
      {"ԝω", "w"},
      {"κк", "k"},
      {"тτ", "t"},
      {"м", "m"},
      {"в8", "b"},
      {"2", "z"}
    };
    return java.util.Arrays.stream(pairs)
        .flatMap(pair -> pair[0].codePoints().mapToObj(sign -> Map.entry(sign, pair[1])))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The first of these that it may be taken for; empty where it is one of them, or like none. */
  Optional<String> of(Collection<String> known) {
    if (domain.isEmpty() || known.contains(domain)) {
      return Optional.empty();
    }
    return known.stream().filter(other -> !other.isEmpty()).filter(this::isLike).findFirst();
  }

  private boolean isLike(String other) {
    if (domain.endsWith("." + other) || other.endsWith("." + domain)) {
      return false;
    }
    String here = seen(domain);
    String there = seen(other);
    return here.equals(there)
        || (Math.min(here.length(), there.length()) >= SHORTEST && isNear(here, there));
  }

  /** As the eye takes it in: one sign for all that look like it, and nothing between them. */
  private static String seen(String name) {
    String shown = Normalizer.normalize(IDN.toUnicode(name), Normalizer.Form.NFKD);
    return shown
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
        .filter(sign -> sign != '-' && sign != '.' && sign != '_')
        .mapToObj(sign -> SEEN_AS.getOrDefault(sign, Character.toString(sign)))
        .collect(Collectors.joining())
        .replace("rn", "m")
        .replace("vv", "w")
        .replace("cl", "d")
        .replace("ci", "d");
  }

  /** Whether one sign less, more, other, or changed with its neighbour makes one of the other. */
  private static boolean isNear(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[other.length()] <= NEAR;
  }
}
