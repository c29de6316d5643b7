package cn.baosong.reader.feel;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.reader.feel.Uses.Use;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Product;

/**
 * Every form that some conditions can tell apart: what holds in none of them holds for nobody. A
 * field takes each of its choices, or a value on, between and beyond the constants it is held
 * against, or is left blank. A partial date adds nothing: what it decides, each day within it
 * decides alike.
 */
public final class Worlds {
  private static final int MOST = 20_000;
  private static final int MOST_CHOICES = 8;

  private Worlds() {}

  /** Empty when the conditions ask what cannot be enumerated: then nothing is certain. */
  public static Optional<List<FormData>> of(List<Condition> conditions) {
    Uses uses = new Uses();
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      if (!(condition instanceof FeelCondition feel)) {
        return Optional.empty();
      }
      uses.add((Product) feel.expression().expression());
      feel.fields().forEach(field -> facts.put(field, feel.facts().get(field)));
    }
    List<FormData> worlds = List.of(FormData.EMPTY);
    for (Fact fact : facts.values()) {
      List<Value> values = values(fact, uses.of(fact.name()));
      if (values.isEmpty() || (long) worlds.size() * (values.size() + 1) > MOST) {
        return Optional.empty();
      }
      worlds = worlds.stream().flatMap(world -> each(world, fact.name(), values)).toList();
    }
    return Optional.of(worlds);
  }

  private static Stream<FormData> each(FormData world, String field, List<Value> values) {
    return Stream.concat(
        Stream.of(world),
        values.stream()
            .map(
                value -> {
                  Map<String, Value> fields = new LinkedHashMap<>(world.fields());
                  fields.put(field, value);
                  return new FormData(fields);
                }));
  }

  /** Empty when a field could take values that nobody can list. */
  private static List<Value> values(Fact fact, Use use) {
    return switch (fact.kind()) {
      case TRUTH -> List.of(new Value.Flag(true), new Value.Flag(false));
      case TEXT -> fact.choices().isEmpty() ? texts(use) : words(fact.choices().stream());
      case LIST -> lists(fact, use);
      case NUMBER -> use.open ? List.of() : numbers(fact, use);
      case ANY -> List.of();
    };
  }

  private static List<Value> texts(Use use) {
    if (use.open || !use.words.isEmpty() && !use.days.isEmpty()) {
      return List.of();
    }
    String none = "〇" + String.join("", use.words);
    Stream<String> days =
        use.days.stream()
            .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
            .map(LocalDate::toString);
    return words(Stream.of(use.words.stream(), days, Stream.of(none)).flatMap(s -> s));
  }

  private static List<Value> words(Stream<String> words) {
    return words.distinct().<Value>map(Value.Text::new).toList();
  }

  /** Every set of its choices; where they are many, of those that are asked for, with one other. */
  private static List<Value> lists(Fact fact, Use use) {
    List<String> choices = fact.choices().stream().sorted().toList();
    if (choices.size() > MOST_CHOICES && !use.open) {
      Stream<String> others = choices.stream().filter(c -> !use.words.contains(c)).limit(1);
      choices = Stream.concat(use.words.stream(), others).toList();
    }
    if (choices.isEmpty() || choices.size() > MOST_CHOICES + 2) {
      return List.of();
    }
    List<String> of = choices;
    return IntStream.range(1, 1 << of.size())
        .<Value>mapToObj(
            set ->
                new Value.Many(
                    words(
                        IntStream.range(0, of.size())
                            .filter(i -> (set & 1 << i) != 0)
                            .mapToObj(of::get))))
        .toList();
  }

  private static List<Value> numbers(Fact fact, Use use) {
    List<BigDecimal> values = new ArrayList<>(List.of(BigDecimal.ZERO));
    BigDecimal step = fact.type().equals("integer") ? BigDecimal.ONE : between(use);
    for (BigDecimal constant : use.numbers) {
      values.addAll(List.of(constant.subtract(step), constant, constant.add(step)));
    }
    return values.stream()
        .filter(n -> !fact.type().equals("integer") || n.stripTrailingZeros().scale() <= 0)
        .distinct()
        .<Value>map(Value.Number::new)
        .toList();
  }

  /** Less than what lies between any two of the constants. */
  private static BigDecimal between(Use use) {
    List<BigDecimal> sorted = List.copyOf(use.numbers);
    return IntStream.range(1, sorted.size())
        .mapToObj(i -> sorted.get(i).subtract(sorted.get(i - 1)))
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE)
        .divide(BigDecimal.valueOf(2));
  }
}
