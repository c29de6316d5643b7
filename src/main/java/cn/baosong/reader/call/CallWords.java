package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the call that a list means by its id, its title or its document number. */
final class CallWords {
  private static final Pattern OPENING = Pattern.compile("[(\\[{〔【﹝〖<《「『“\"']");
  private static final Pattern CLOSING = Pattern.compile("[)\\]}〕】﹞〗>》」』”\"']");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
  private static final int LONGEST = 500;

  private CallWords() {}

  /** The one call that is meant; empty when none or several could be. */
  static Optional<Call> match(String words, List<Call> calls) {
    String wanted = plain(words);
    if (wanted.isEmpty() || words.length() > LONGEST) {
      return Optional.empty();
    }
    return only(calls.stream().filter(c -> names(c).anyMatch(wanted::equals)))
        .or(() -> only(calls.stream().filter(c -> isNamedWithin(c, wanted))));
  }

  /** The title with its number behind it, or a number with words around it. */
  private static boolean isNamedWithin(Call call, String wanted) {
    return Stream.concat(call.heading().number().stream(), Stream.of(call.heading().title()))
        .map(CallWords::plain)
        .anyMatch(name -> name.length() > 5 && wanted.contains(name));
  }

  private static Stream<String> names(Call call) {
    return Stream.concat(
            Stream.of(call.id().value(), call.heading().title()), call.heading().number().stream())
        .map(CallWords::plain);
  }

  private static Optional<Call> only(Stream<Call> found) {
    List<Call> some = found.limit(2).toList();
    return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
  }

  /** Without blanks, in one style of brackets: 〔2020〕 = [2020] = （2020） (domain.md 3.6). */
  private static String plain(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    text = BLANK.matcher(text).replaceAll("");
    return CLOSING.matcher(OPENING.matcher(text).replaceAll("(")).replaceAll(")");
  }
}
