package cn.baosong.core.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a mail's subject or a file's name says that it is one of several: “材料1/3”, “第2包共3包”,
 * “材料1of3.zip”. A bare fraction may be a date; it counts in brackets, at an end, or behind a word
 * for a part.
 */
public final class PartMarks {
  private static final String N = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final String PIECE = "[封部批份次个件包组]分?";

  private static final List<Pattern> OF_THE_SECOND =
      List.of(
          Pattern.compile(
              "第\\s*"
                  + N
                  + "\\s*"
                  + PIECE
                  + "[邮件]*\\s*[,，、;(]?\\s*[总一]?共\\s*"
                  + N
                  + "\\s*"
                  + PIECE),
          Pattern.compile("第\\s*" + N + "\\s*/\\s*" + N + "\\s*" + PIECE),
          Pattern.compile("(?i)part\\s*" + N + "\\s*(?:of|/)\\s*" + N),
          Pattern.compile("[(\\[【]\\s*" + N + "\\s*/\\s*" + N + "\\s*[)\\]】]"),
          Pattern.compile(
              "(?:材料|附件|部分|邮件|分卷|报送|文件|清单|表)\\s*[-_ ]?" + N + "\\s*/\\s*" + N + "(?![\\d/.])"),
          Pattern.compile("(?<![\\d/.])" + N + "\\s*/\\s*" + N + "\\s*$"));

  private static final List<Pattern> OF_THE_FIRST =
      List.of(
          Pattern.compile(
              "共\\s*"
                  + N
                  + "\\s*"
                  + PIECE
                  + "[邮件]*\\s*[,，、;(]?\\s*(?:此为|本邮件为|这是)?第\\s*"
                  + N
                  + "\\s*"
                  + PIECE));

  /** In a subject this may be said of something else. */
  private static final Pattern IN_A_NAME =
      Pattern.compile("(?i)(?<![\\d.])(\\d{1,2})[\\s_-]*of[\\s_-]*(\\d{1,2})(?!\\d)");

  /** May be a date, or the numbers of what is in it. */
  private static final Pattern BARE =
      Pattern.compile("[(\\[【]\\s*(\\d{1,2})\\s*[-–—]\\s*(\\d{1,2})\\s*[)\\]】]");

  /** Other strokes that stand for the one that no name of a file can hold. */
  private static final Pattern STROKES = Pattern.compile("[\u2044\u2215\u29F8]");

  private static final Pattern ENDINGS =
      Pattern.compile("(?i)(?:\\.(?:[a-z][a-z0-9]{0,4}|7z|\\d{3}))+$");

  private PartMarks() {}

  /** What a mail's subject says. */
  public static Optional<PartMark> inSubject(String subject) {
    return said(Normalizer.normalize(subject, Normalizer.Form.NFKC));
  }

  /** What the name of a file or a folder says, be it as good as certain or not. */
  public static Optional<PartMark> inName(String name) {
    return certain(stem(name)).or(() -> bare(stem(name)));
  }

  /**
   * Whether a name only may say so: “材料(1-3).zip” counts when another of the three is beside it.
   */
  public static boolean isDoubtful(String name) {
    return certain(stem(name)).isEmpty();
  }

  private static Optional<PartMark> certain(String stem) {
    return said(stem).or(() -> first(IN_A_NAME, stem, PartMarks::ofTheSecond));
  }

  private static Optional<PartMark> bare(String stem) {
    return first(BARE, stem, PartMarks::ofTheSecond);
  }

  private static String stem(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return ENDINGS.matcher(STROKES.matcher(plain).replaceAll("/")).replaceFirst("");
  }

  private static Optional<PartMark> said(String plain) {
    for (Pattern pattern : OF_THE_SECOND) {
      if (pattern.matcher(plain).find()) {
        return first(pattern, plain, PartMarks::ofTheSecond);
      }
    }
    return OF_THE_FIRST.stream()
        .flatMap(pattern -> first(pattern, plain, PartMarks::ofTheFirst).stream())
        .findFirst();
  }

  private static Optional<PartMark> first(
      Pattern pattern, String plain, Function<Said, Optional<PartMark>> mark) {
    Matcher found = pattern.matcher(plain);
    return found.find() ? mark.apply(new Said(plain, found)) : Optional.empty();
  }

  /** A mark where it stands. */
  private record Said(String words, Matcher at) {
    private int number(int group) {
      return PartMarks.number(at.group(group));
    }
  }

  private static Optional<PartMark> ofTheSecond(Said said) {
    return mark(said.number(1), said.number(2), rest(said.words(), said.at()));
  }

  private static Optional<PartMark> ofTheFirst(Said said) {
    return mark(said.number(2), said.number(1), rest(said.words(), said.at()));
  }

  private static Optional<PartMark> mark(int number, int of, String title) {
    return of >= 2 && of <= PartMark.MOST && number >= 1 && number <= of
        ? Optional.of(new PartMark(number, of, title))
        : Optional.empty();
  }

  /** What stands before the mark, else behind it: letters and digits, without Re: and Fw:. */
  private static String rest(String subject, Matcher mark) {
    String before = plain(subject.substring(0, mark.start(1)));
    return before.length() > 1 ? before : plain(subject.substring(mark.end()));
  }

  private static String plain(String words) {
    return words
        .replaceAll("(?i)^\\s*((re|fw|fwd|回复|答复|转发)\\s*[:：]\\s*)+", "")
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static int number(String digits) {
    if (Character.isDigit(digits.charAt(0))) {
      return Integer.parseInt(digits);
    }
    int ten = digits.indexOf('十');
    String ones = digits.substring(ten + 1);
    int tens = ten < 0 ? 0 : ten == 0 ? 1 : "一二三四五六七八九".indexOf(digits.charAt(0)) + 1;
    return tens * 10 + (ones.isEmpty() ? 0 : "一二三四五六七八九".indexOf(ones.charAt(0)) + 1);
  }
}
