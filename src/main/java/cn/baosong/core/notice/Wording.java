package cn.baosong.core.notice;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.SourceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All words that letters are written with: a template a kind, and the short phrases that facts are
 * composed of. Both are data; a call may bring templates of its own.
 */
public final class Wording {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");

  private final Map<LetterKind, Template> templates = new EnumMap<>(LetterKind.class);
  private final Map<String, String> phrases;

  /**
   * @param templates text by kind
   * @param phrases words by {@link Phrase#key()} and by {@code finding.<code>}, {@code
   *     remedy.<code>}, {@code pending.<code>}, {@code mail.<kind>}
   * @throws IllegalArgumentException naming everything that is missing or wrong
   */
  public Wording(Map<LetterKind, String> templates, Map<String, String> phrases) {
    List<String> faults = new ArrayList<>();
    for (LetterKind kind : LetterKind.values()) {
      String text = templates.getOrDefault(kind, "");
      TemplateFaults.in(file(kind), text).forEach(fault -> faults.add(fault.toString()));
      this.templates.put(kind, Template.of(text));
    }
    keys().filter(key -> !phrases.containsKey(key)).forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the wording of letters lacks: " + faults);
    }
    this.phrases = Map.copyOf(phrases);
  }

  /**
   * What is wrong with a call's own templates: unknown kinds of letters, placeholders and tables.
   *
   * @param overrides templates by kind, as in {@code call.letters().wording()}
   */
  public static List<CallFault> faults(Map<String, String> overrides) {
    List<CallFault> faults = new ArrayList<>();
    overrides.forEach(
        (kind, text) -> {
          String file = "notices/" + kind + ".txt";
          if (Arrays.stream(LetterKind.values()).noneMatch(known -> known.name().equals(kind))) {
            faults.add(new CallFault(file, 0, "", "没有这种文书", "there is no such kind of letter"));
          }
          faults.addAll(TemplateFaults.in(file, text));
        });
    return faults;
  }

  /** The call's own template, unless it has none or a faulty one. */
  Template template(LetterKind kind, Map<String, String> overrides) {
    String own = overrides.get(kind.name());
    return own == null || !TemplateFaults.in(file(kind), own).isEmpty()
        ? templates.getOrDefault(kind, Template.NONE)
        : Template.of(own);
  }

  String say(Phrase phrase, String... arguments) {
    Matcher matcher = ARGUMENT.matcher(words(phrase.key()));
    return matcher.replaceAll(
        hit -> Matcher.quoteReplacement(arguments[Integer.parseInt(hit.group(1))]));
  }

  /** What a finding is about, in a few neutral words. */
  String matter(FindingCode code) {
    return words("finding." + code);
  }

  /** How the unit puts it right. */
  String remedy(FindingCode code) {
    return words("remedy." + code);
  }

  /** What a person has to settle, in words that blame nobody. */
  String pending(FindingCode code) {
    return words("pending." + code);
  }

  /** What the unit does next, in the mail around the letter. */
  String next(LetterKind kind) {
    return words("mail." + kind);
  }

  /** The words for a source of evidence; the source itself where there are none. */
  String source(String source) {
    SourceName named = SourceName.of(source);
    String words = phrases.getOrDefault("source." + named.name(), named.name());
    return named.by().map(host -> words + "（" + host + "）").orElse(words);
  }

  /** Present for every key that the constructor asks for. */
  private String words(String key) {
    return phrases.getOrDefault(key, key);
  }

  private static String file(LetterKind kind) {
    return "notices/" + kind + ".txt";
  }

  private static Stream<String> keys() {
    return Stream.concat(
        Stream.concat(
            Arrays.stream(Phrase.values()).map(Phrase::key),
            Arrays.stream(LetterKind.values()).map(kind -> "mail." + kind)),
        Arrays.stream(FindingCode.values())
            .flatMap(code -> Stream.of("finding.", "remedy.", "pending.").map(p -> p + code)));
  }
}
