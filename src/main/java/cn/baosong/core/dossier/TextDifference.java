package cn.baosong.core.dossier;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares titles, posts, unit names, choices and other short texts. */
record TextDifference(CharacterVariants variants) {
  private static final Pattern NUMBERED = Pattern.compile("\\(([一二三四五六七八九十]{1,3}|[0-9]{1,2})\\)");
  private static final Pattern REMARK_BEHIND = Pattern.compile("(?<=.)\\([^()]*\\)$");
  private static final Pattern AREA =
      Pattern.compile("(?:.{1,8}?(?:自治区|自治州|自治县|省|市|盟|州|区|县|旗)){1,3}");
  private static final int LONGEST_AREA = 24;
  private static final int SHORTEST_UNIT = 4;

  Difference between(String paper, String electronic) {
    return betweenNormal(normal(paper), normal(electronic));
  }

  /** Several choices are one list, whatever parts them: （一）（三） and 一、三. */
  Difference betweenChoices(String paper, String electronic) {
    return betweenNormal(choices(paper), choices(electronic));
  }

  /** 某市医院 and 某省某市医院: one leaves out the area that the other states. */
  Difference betweenUnits(String paper, String electronic) {
    Difference found = between(paper, electronic);
    boolean isShort =
        isShortOf(found.paper(), found.electronic())
            || isShortOf(found.electronic(), found.paper());
    return found.weight() == DifferenceClass.MATERIAL && isShort
        ? new Difference(found.paper(), found.electronic(), DifferenceClass.PRECISION)
        : found;
  }

  private static boolean isShortOf(String name, String whole) {
    int area = whole.length() - name.length();
    return name.length() >= SHORTEST_UNIT
        && area <= LONGEST_AREA
        && whole.endsWith(name)
        && AREA.matcher(whole.substring(0, area)).matches();
  }

  Difference betweenNormal(String one, String other) {
    return new Difference(one, other, weight(one, other));
  }

  private DifferenceClass weight(String one, String other) {
    if (one.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT))) {
      return DifferenceClass.COSMETIC;
    }
    if (one.equals(withoutRemark(other)) || other.equals(withoutRemark(one))) {
      return DifferenceClass.PRECISION;
    }
    return variants.mayBeSame(one, other) ? DifferenceClass.SUSPECT : DifferenceClass.MATERIAL;
  }

  /** 高级工程师（副高级） says no other thing than 高级工程师, only more. */
  private static String withoutRemark(String text) {
    return REMARK_BEHIND.matcher(text).replaceFirst("");
  }

  private static String choices(String written) {
    String parted = NUMBERED.matcher(Typing.halfWidth(written)).replaceAll("$1、");
    return normal(parted.replaceAll("[、,;/ ]+", "、").replaceAll("^、|、$", ""));
  }

  private static String normal(String written) {
    String plain = Typing.plainIdeographs(Typing.dashed(Typing.halfWidth(written)));
    return Typing.withoutPadding(
        plain.replaceAll("[【〔﹝]", "[").replaceAll("[】〕﹞]", "]").replaceAll("[“”]", "\""));
  }
}
