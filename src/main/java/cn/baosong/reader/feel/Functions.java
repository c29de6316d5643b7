package cn.baosong.reader.feel;

import static cn.baosong.reader.feel.Answers.number;
import static cn.baosong.reader.feel.Answers.truth;

import cn.baosong.core.dossier.PartialDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
 *   <li>{@code 不早于(x, "1985-07-01")}, {@code 不晚于}, {@code 恰为} compare a date as far as it is
 *       stated: 1985 or 1985年7月 is enough where it decides the question
 *   <li>{@code 职称不低于(x, "副高")}, {@code 学历学位不低于(x, "硕士")}, {@code 技能等级不低于(x, "高级技师")} by the
 *       office's tables, never by a prefix
 *   <li>{@code 职称级别(x)} 1 初级, 2 中级, 3 副高, 4 正高
 *   <li>{@code 天数(a, b)}, {@code 工作日数(a, b)} days from a to b, both counted
 * </ul>
 */
final class Functions extends JavaFunctionProvider {
  private static final int LONGEST = 3700;

  private final Lookups lookups;
  private final Map<String, JavaFunction> functions = new HashMap<>();

  Functions(Lookups lookups) {
    this.lookups = lookups;
    one("已填", x -> new ValBoolean(Answers.isFilled(x)));
    two("含", (list, word) -> truth(Answers.holds(list, word)));
    two("不早于", (x, day) -> truth(compared(x, day, PartialDate::notBefore)));
    two("不晚于", (x, day) -> truth(compared(x, day, PartialDate::notAfter)));
    two("恰为", (x, day) -> truth(compared(x, day, Functions::exactly)));
    one("职称级别", x -> number(Levels.number(lookups.titles(), x)));
    two("职称不低于", (x, level) -> truth(Levels.TITLE.reaches(lookups.titles(), x, level)));
    two("学历学位不低于", (x, level) -> truth(Levels.DEGREE.reaches(lookups.degrees(), x, level)));
    two("技能等级不低于", (x, level) -> truth(Levels.SKILL.reaches(lookups.skills(), x, level)));
    two("天数", (a, b) -> number(span(a, b).map(Span::days)));
    two("工作日数", (a, b) -> number(span(a, b).flatMap(this::workingDays)));
  }

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  @Override
  public Collection<String> getFunctionNames() {
    return functions.keySet();
  }

  private static Optional<Boolean> compared(
      Val date, Val limit, BiFunction<PartialDate, LocalDate, Optional<Boolean>> question) {
    return day(limit).flatMap(day -> date(date).flatMap(stated -> question.apply(stated, day)));
  }

  private static Optional<Boolean> exactly(PartialDate date, LocalDate day) {
    if (!date.compatibleWith(PartialDate.ofDay(day))) {
      return Optional.of(false);
    }
    return date.earliest().equals(date.latest()) ? Optional.of(true) : Optional.empty();
  }

  private static Optional<PartialDate> date(Val value) {
    return Answers.text(value).flatMap(PartialDate::parse);
  }

  /** A date stated to the day. */
  private static Optional<LocalDate> day(Val value) {
    return date(value).filter(d -> d.earliest().equals(d.latest())).map(PartialDate::earliest);
  }

  private static Optional<Span> span(Val from, Val to) {
    return day(from)
        .flatMap(first -> day(to).map(last -> new Span(first, last)))
        .filter(s -> s.days() > 0 && s.days() < LONGEST);
  }

  private Optional<Integer> workingDays(Span span) {
    return lookups.workingDays().countInclusive(span.first(), span.last());
  }

  private void one(String name, Function<Val, Val> body) {
    functions.put(name, new JavaFunction(List.of("x"), args -> body.apply(args.get(0))));
  }

  private void two(String name, BiFunction<Val, Val, Val> body) {
    functions.put(
        name, new JavaFunction(List.of("x", "y"), args -> body.apply(args.get(0), args.get(1))));
  }

  private record Span(LocalDate first, LocalDate last) {
    int days() {
      return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }
  }
}
