package cn.baosong.core.dossier;

import cn.baosong.core.dossier.PersonName.Doubt;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings a name as typed into its normal form; each rule is explicit, since NFKC is not enough. */
final class NameNotation {
  static final String SEPARATOR = "·";

  // Four times the 50 characters that 民委发〔2016〕33号 asks of a name field, all of them rare.
  private static final int LONGEST = 400;
  private static final String HAN = "[\\p{IsIdeographic}\\p{Co}]";
  private static final Pattern DOTS = Pattern.compile(" *[·•・･‧∙⋅●・] *");
  private static final Pattern STOPS =
      Pattern.compile("(?<=" + HAN + ") ?[.。、｡､] ?(?=" + HAN + ")");
  private static final Pattern REPLACED =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^【】]*】|[?□■*〓\uFFFD⿰-⿻]");
  private static final Pattern UNSURE = Pattern.compile("(?:" + REPLACED + "|\\p{Co})+");
  private static final Pattern HAN_BLANK_HAN = Pattern.compile(HAN + " +" + HAN);
  private static final Pattern ONLY_HAN_AND_BLANKS = Pattern.compile("[" + HAN + " ]+");

  private static final Set<String> TWO_CHARACTER_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "尉迟", "皇甫", "公孙", "慕容", "令狐", "长孙",
          "宇文", "端木", "百里", "呼延", "澹台", "西门", "申屠", "歐陽", "司馬", "諸葛", "東方", "獨孤", "南宮", "尉遲", "公孫",
          "長孫", "澹臺", "西門");

  private NameNotation() {}

  static PersonName read(String written) {
    if (written.length() > LONGEST) {
      return new PersonName(written, Set.of(Doubt.TOO_LONG));
    }
    String repaired =
        written
            .codePoints()
            .map(PrivateUse::repaired)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    String plain = Typing.plainIdeographs(Typing.halfWidth(repaired)).strip();
    String parted = STOPS.matcher(DOTS.matcher(plain).replaceAll(SEPARATOR)).replaceAll(SEPARATOR);
    String text = Normalizer.normalize(withoutPadding(parted), Normalizer.Form.NFC);
    return new PersonName(text, doubts(text));
  }

  /**
   * Whether {@code whole} can be what {@code marked} says, if each mark stands for a few characters
   * or for nothing. More than three marks say too little.
   */
  static boolean mayMean(String marked, String whole) {
    String[] known = UNSURE.split(marked, -1);
    return known.length <= 4
        && Pattern.compile(
                Arrays.stream(known).map(Pattern::quote).collect(Collectors.joining(".{0,6}")))
            .matcher(whole)
            .matches();
  }

  private static Set<Doubt> doubts(String text) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (text.isEmpty()) {
      doubts.add(Doubt.EMPTY);
    }
    if (HAN_BLANK_HAN.matcher(text).find()) {
      doubts.add(Doubt.BLANK_BETWEEN_PARTS);
    }
    if (REPLACED.matcher(text).find()) {
      doubts.add(Doubt.REPLACEMENT_MARK);
    }
    if (text.codePoints().anyMatch(PrivateUse::isPrivate)) {
      doubts.add(Doubt.PRIVATE_USE);
    }
    return doubts;
  }

  private static String withoutPadding(String text) {
    return ONLY_HAN_AND_BLANKS.matcher(text).matches() && isPadded(text)
        ? text.replace(" ", "")
        : text.replaceAll(" +", " ");
  }

  /**
   * Whether the blanks only stretch one short Han name to the width of its column: 张 三, 张 三 丰, 欧阳
   * 修. Uneven gaps (塞 夫 曹 磊 in one cell) may part two people.
   */
  private static boolean isPadded(String text) {
    List<String> parts = List.of(text.split(" +"));
    boolean even = List.of(text.split("[^ ]+")).stream().skip(1).distinct().count() <= 1;
    boolean single = parts.stream().allMatch(part -> part.codePointCount(0, part.length()) == 1);
    int characters =
        text.codePointCount(0, text.length()) - (int) text.chars().filter(c -> c == ' ').count();
    return even && characters <= 4 && (single || isSurnameAndGivenName(parts));
  }

  private static boolean isSurnameAndGivenName(List<String> parts) {
    return parts.size() == 2
        && (TWO_CHARACTER_SURNAMES.contains(parts.get(0))
            || parts.stream().anyMatch(part -> part.codePointCount(0, part.length()) == 1));
  }
}
