package cn.baosong.reader.feel;

import static cn.baosong.reader.feel.Answers.UNDECIDED;
import static cn.baosong.reader.feel.Answers.number;
import static cn.baosong.reader.feel.Answers.truth;

import cn.baosong.reader.feel.Lookups.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;

/**
 * The functions that authors of a call may use beside FEEL's own. Each answers "undecided" (an
 * empty context, as a missing fact is) when its fact is absent or cannot be read.
 *
 * <ul>
 *   <li>{@code 已填(x)} whether the field is filled in; never undecided
 *   <li>{@code 含(x, "词")} whether a field with several values holds this one
 *   <li>{@code 不早于(x, "1970-01-01")}, {@code 不晚于}, {@code 恰为} compare a date as far as it is
 *       stated: 1970 or 1970年1月 is enough where it decides the question
 *   <li>{@code 职称级别(x)} 0 none, 1 初级, 2 中级, 3 副高, 4 正高
 *   <li>{@code 职称不低于(x, "副高")} the same as a question
 *   <li>{@code 天数(a, b)}, {@code 工作日数(a, b)} days from a to b, both counted
 * </ul>
 */
final class Functions extends JavaFunctionProvider {
  /** Levels of title from the lowest; the position is the number. */
  static final List<String> LEVELS = List.of("无", "初级", "中级", "副高", "正高");

  private final Lookups lookups;
  private final Map<String, JavaFunction> functions;

  Functions(Lookups lookups) {
    this.lookups = lookups;
    this.functions =
        Map.of(
            "已填", one(x -> new ValBoolean(Answers.isFilled(x))),
            "含", two((list, word) -> truth(Answers.holds(list, word))),
            "不早于",
                two((x, d) -> compared(x, d, (a, b) -> !a.first().isBefore(b), Functions::ended)),
            "不晚于", two((x, d) -> compared(x, d, (a, b) -> !a.last().isAfter(b), Functions::later)),
            "恰为", two((x, d) -> compared(x, d, Functions::exactly, Functions::misses)),
            "职称级别", one(this::level),
            "职称不低于", two(this::atLeast),
            "天数", two((a, b) -> number(span(a, b).map(Functions::calendarDays))),
            "工作日数", two((a, b) -> number(span(a, b).flatMap(this::workingDays))));
  }

  /** How many parameters each function takes. */
  static final Map<String, Integer> ARITY =
      Map.of(
          "已填", 1, "含", 2, "不早于", 2, "不晚于", 2, "恰为", 2, "职称级别", 1, "职称不低于", 2, "天数", 2, "工作日数", 2);

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  @Override
  public Collection<String> getFunctionNames() {
    return functions.keySet();
  }

  private Val level(Val title) {
    Set<Integer> levels = Answers.text(title).map(lookups.titleLevels()).orElse(Set.of());
    return levels.size() == 1 ? number(levels.stream().findFirst()) : UNDECIDED;
  }

  private Val atLeast(Val title, Val level) {
    int wanted = Answers.text(level).map(LEVELS::indexOf).orElse(-1);
    Set<Integer> levels = Answers.text(title).map(lookups.titleLevels()).orElse(Set.of());
    if (levels.isEmpty() || wanted < 0) {
      return UNDECIDED;
    }
    long reached = levels.stream().filter(l -> l >= wanted).count();
    return truth(
        reached == levels.size()
            ? Optional.of(true)
            : reached == 0 ? Optional.of(false) : Optional.empty());
  }

  private Val compared(
      Val date,
      Val limit,
      BiFunction<Days, LocalDate, Boolean> surely,
      BiFunction<Days, LocalDate, Boolean> never) {
    Optional<Days> days = days(date);
    Optional<Days> day = days(limit);
    if (days.isEmpty() || day.isEmpty()) {
      return UNDECIDED;
    }
    LocalDate on = day.get().first();
    if (surely.apply(days.get(), on)) {
      return new ValBoolean(true);
    }
    return never.apply(days.get(), on) ? new ValBoolean(false) : UNDECIDED;
  }

  private Optional<Days> days(Val date) {
    return Answers.text(date).flatMap(lookups.dates());
  }

  /** Two whole dates in order; anything else is undecided. */
  private Optional<Days> span(Val from, Val to) {
    Optional<LocalDate> first = days(from).filter(Functions::isWhole).map(Days::first);
    Optional<LocalDate> last = days(to).filter(Functions::isWhole).map(Days::first);
    return first.flatMap(a -> last.filter(b -> !b.isBefore(a)).map(b -> new Days(a, b)));
  }

  private Optional<Integer> workingDays(Days span) {
    return ChronoUnit.DAYS.between(span.first(), span.last()) > 3700
        ? Optional.empty()
        : lookups.workingDays().countInclusive(span.first(), span.last());
  }

  private static int calendarDays(Days span) {
    return Math.toIntExact(ChronoUnit.DAYS.between(span.first(), span.last()) + 1);
  }

  private static boolean isWhole(Days days) {
    return days.first().equals(days.last());
  }

  private static boolean ended(Days days, LocalDate limit) {
    return days.last().isBefore(limit);
  }

  private static boolean later(Days days, LocalDate limit) {
    return days.first().isAfter(limit);
  }

  private static boolean exactly(Days days, LocalDate day) {
    return isWhole(days) && days.first().equals(day);
  }

  private static boolean misses(Days days, LocalDate day) {
    return ended(days, day) || later(days, day);
  }

  private static JavaFunction one(java.util.function.Function<Val, Val> body) {
    return new JavaFunction(List.of("x"), args -> body.apply(args.get(0)));
  }

  private static JavaFunction two(BiFunction<Val, Val, Val> body) {
    return new JavaFunction(List.of("a", "b"), args -> body.apply(args.get(0), args.get(1)));
  }
}
