package cn.baosong.core.submission;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grades what looks like a mark in folded text. A star right after the level is a mark; a star that
 * begins the next line may be a bullet, an asterisk a footnote, and 国家秘密 or 商业秘密 a word.
 */
final class MarkingPattern {
  /** At most one blank or line break is left between two characters. */
  private static final String S = "[ \\n]?";

  /** What is looked at of the line before. */
  private static final int LINE = 64;

  private static final String DIGIT = "[0-9零〇一二三四五六七八九十百两]";
  private static final String TERM =
      ("(?:长~期|永~久|启~用|解~密|拆~封|[公开]~[布启开考]~前"
              + "|(?:[0-9]~){4}年(?:~D{1,2}~月(?:~D{1,2}~日)?)?(?:~底)?(?:~前)?"
              + "|(?:[0-9]~){4}[./-](?:~[0-9./-]){1,5}(?:~前)?"
              + "|(?:D~){1,4}[年天日]|(?:D~){1,3}个?~月)")
          .replace("~", S)
          .replace("D", DIGIT);

  private static final Pattern MARK =
      Pattern.compile(
          ("(?<level>[绝机秘]~密)(?<between>(?:~级)?(?:~[)\\]}〕】〗》」』\"'”’]){0,2}"
                  + "(?:~[(\\[{〔【〖《「『·:_.\\-—]){0,2}~)(?<star>[★※*])"
                  + "(?<term>~[(\\[〔【]?~TERM)?")
              .replace("TERM", TERM)
              .replace("~", S));

  /** Words of their own, which are no level of secrecy. */
  private static final Pattern WORD = Pattern.compile("(?:商业|工作|个人|技术|企业|经营|内部)$");

  private static final Pattern STATE = Pattern.compile("国家$");
  private static final Pattern LABEL = Pattern.compile("(?:保?密等?级|密级)?[^\\p{L}\\p{N}]*");
  private static final Pattern QUOTED = Pattern.compile(".*[\\p{IsHan}].*[“\"「『《‘']");
  private static final Pattern MORE = Pattern.compile("[\\p{L}\\p{N}]");

  private final CharSequence text;
  private final Matcher hit;

  private MarkingPattern(CharSequence text, Matcher hit) {
    this.text = text;
    this.hit = hit;
  }

  /** The gravest mark that begins between two places. */
  static ClassifiedMarking gravest(CharSequence text, int from, int upTo) {
    ClassifiedMarking gravest = ClassifiedMarking.NONE;
    Matcher matcher = MARK.matcher(text);
    int at = Math.max(0, from);
    while (gravest != ClassifiedMarking.MARKED && matcher.find(at) && matcher.start() < upTo) {
      gravest = gravest.or(new MarkingPattern(text, matcher).grade());
      at = matcher.start() + 1;
    }
    return gravest;
  }

  private ClassifiedMarking grade() {
    boolean asterisk = hit.group("star").equals("*");
    if (WORD.matcher(before()).find()) {
      return asterisk || broken() || !term() ? ClassifiedMarking.NONE : ClassifiedMarking.DOUBTFUL;
    }
    if (STATE.matcher(before()).find()) {
      return ofState(asterisk);
    }
    if (broken() && !upright()) {
      return acrossLines(asterisk);
    }
    return asterisk ? asterisk() : quoted() ? ClassifiedMarking.DOUBTFUL : ClassifiedMarking.MARKED;
  }

  /** 国家秘密★ is written by nobody who marks a document, yet a person should see it. */
  private ClassifiedMarking ofState(boolean asterisk) {
    if (broken() || (asterisk && !term())) {
      return ClassifiedMarking.NONE;
    }
    return term() && !asterisk ? ClassifiedMarking.MARKED : ClassifiedMarking.DOUBTFUL;
  }

  /** The star begins a line: a broken mark, or a bullet below a sentence that ends in the word. */
  private ClassifiedMarking acrossLines(boolean asterisk) {
    if (term() && (alone() || !followed())) {
      return ClassifiedMarking.MARKED;
    }
    if (followed()) {
      return alone() && !asterisk || term() ? ClassifiedMarking.DOUBTFUL : ClassifiedMarking.NONE;
    }
    return alone() && !asterisk ? ClassifiedMarking.MARKED : ClassifiedMarking.DOUBTFUL;
  }

  private ClassifiedMarking asterisk() {
    boolean bold =
        next(hit.end()) == '*' || (hit.start() > 0 && text.charAt(hit.start() - 1) == '*');
    if (bold) {
      return ClassifiedMarking.DOUBTFUL;
    }
    boolean sure = term() ? !followed() : alone() && !followed();
    return sure || (term() && upright()) ? ClassifiedMarking.MARKED : ClassifiedMarking.DOUBTFUL;
  }

  /** The characters right before, whatever blanks part them. */
  private String before() {
    int start = Math.max(0, hit.start() - 8);
    return text.subSequence(start, hit.start()).toString().replaceAll("[ \\n]", "");
  }

  private boolean term() {
    return hit.group("term") != null;
  }

  private boolean broken() {
    return hit.group("between").indexOf('\n') >= 0;
  }

  private boolean upright() {
    return hit.group("level").indexOf('\n') >= 0;
  }

  /** Nothing but a label and brackets stands before it on its line. */
  private boolean alone() {
    return LABEL.matcher(line()).matches();
  }

  private boolean quoted() {
    char next = next(hit.end());
    return "”\"」』》’'".indexOf(next) >= 0 && QUOTED.matcher(line()).matches();
  }

  private String line() {
    int start = hit.start();
    while (start > 0 && hit.start() - start < LINE && text.charAt(start - 1) != '\n') {
      start--;
    }
    return text.subSequence(start, hit.start()).toString();
  }

  /** Whether the same line goes on with words. */
  private boolean followed() {
    int at = hit.end();
    int from = at;
    while (at < text.length() && text.charAt(at) != '\n' && at - from < 16) {
      at++;
    }
    String rest = text.subSequence(from, at).toString();
    return term() ? MORE.matcher(rest).lookingAt() : MORE.matcher(rest).find();
  }

  private char next(int at) {
    return at < text.length() ? text.charAt(at) : '\n';
  }
}
