package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Mail;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the words of a mail name: subject first, then the body. Hints, which never overrule a list.
 */
final class Mentions {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
  private static final int SHORTEST = 4;
  private static final int LINES = 200;

  private final Calls calls;
  private final Units units;
  private volatile Names known = new Names(List.of(), List.of());

  Mentions(Calls calls, Units units) {
    this.calls = calls;
    this.units = units;
  }

  /** The one call that subject or body name by id, title or number. */
  Optional<Call> call(Mail mail) {
    return callIn(mail.subject()).or(() -> only(lines(mail).flatMap(l -> callIn(l).stream())));
  }

  private Optional<Call> callIn(String words) {
    return calls.match(words).or(() -> only(calls.live().stream().filter(c -> isTagged(words, c))));
  }

  /** An id stands for itself: sx-bqw-2020 is not named by sx-bqw-2020-b. */
  private static boolean isTagged(String words, Call call) {
    String id = Pattern.quote(call.id().value());
    return Pattern.compile("(?<![\\w-])" + id + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
        .matcher(words)
        .find();
  }

  /** The units that the words name by name or alias; of a name within a longer one the longer. */
  List<Unit> units(String words) {
    String text = plain(words);
    List<Named> found = names().stream().filter(each -> text.contains(each.name())).toList();
    List<Unit> named = new ArrayList<>();
    for (Named one : found) {
      boolean within =
          found.stream()
              .anyMatch(
                  other ->
                      !other.name().equals(one.name())
                          && other.name().contains(one.name())
                          && !other.unit().equals(one.unit()));
      if (!within && !named.contains(one.unit())) {
        named.add(one.unit());
      }
    }
    return named;
  }

  private record Named(Unit unit, String name) {}

  /** The names of a registry as it is now; to make them plain takes longer than to find one. */
  private record Names(List<Unit> registry, List<Named> plain) {}

  private List<Named> names() {
    List<Unit> now = units.all();
    Names names = known;
    if (!names.registry().equals(now)) {
      names = new Names(now, now.stream().flatMap(Mentions::named).toList());
      known = names;
    }
    return names.plain();
  }

  private static Stream<Named> named(Unit unit) {
    return Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
        .map(Mentions::plain)
        .filter(name -> name.length() >= SHORTEST)
        .map(name -> new Named(unit, name));
  }

  private static Stream<String> lines(Mail mail) {
    return mail.text().lines().limit(LINES);
  }

  private static <T> Optional<T> only(Stream<T> found) {
    List<T> some = found.distinct().limit(2).toList();
    return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
  }

  private static String plain(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANK.matcher(text).replaceAll("");
  }
}
