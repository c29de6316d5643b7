package cn.baosong.reader.mail;

import cn.baosong.core.submission.PartMark;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a subject says that the mail is one of several: “材料1/3”, “（第2封共3封）”, “part 1 of 3”. A
 * bare fraction may be a date; it counts in brackets, at an end, or behind a word for a part.
 */
final class PartMarks {
  private static final String N = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final String PIECE = "[封部批份次个件]分?";

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

  private PartMarks() {}

  static Optional<PartMark> in(String subject) {
    String plain = Normalizer.normalize(subject, Normalizer.Form.NFKC);
    for (Pattern pattern : OF_THE_SECOND) {
      Matcher mark = pattern.matcher(plain);
      if (mark.find()) {
        return mark(number(mark.group(1)), number(mark.group(2)), rest(plain, mark));
      }
    }
    for (Pattern pattern : OF_THE_FIRST) {
      Matcher mark = pattern.matcher(plain);
      if (mark.find()) {
        return mark(number(mark.group(2)), number(mark.group(1)), rest(plain, mark));
      }
    }
    return Optional.empty();
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
