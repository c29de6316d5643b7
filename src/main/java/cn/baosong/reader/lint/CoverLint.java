package cn.baosong.reader.lint;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules to which another leaves nothing to decide. */
final class CoverLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    List<Rule> rules = draft.call().rules();
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (isOpen(i, draft)) {
        continue;
      }
      for (int other = 0; other < rules.size(); other++) {
        Optional<Warning> warning =
            other == i || isOpen(other, draft) ? Optional.empty() : covered(i, other, draft);
        if (warning.isPresent()) {
          found.add(warning.get());
          break;
        }
      }
    }
    return found;
  }

  /** A rule of one reading of an ambiguity stands beside those of the others. */
  private static boolean isOpen(int rule, Draft draft) {
    return draft.writes("rules[" + rule + "].under");
  }

  private static Optional<Warning> covered(int covered, int covering, Draft draft) {
    Rule rule = draft.call().rules().get(covered);
    Rule other = draft.call().rules().get(covering);
    String key = "rules[" + covered + "]";
    if (rule.force() == other.force() && adds(rule, other, covering < covered)) {
      return Optional.of(
          draft.warning(
              WarningCode.RULE_COVERED,
              key,
              "不满足条件 %s 的，必定不满足 %s：%s 等于没写".formatted(rule.id(), other.id(), rule.id()),
              "whoever fails rule %s fails %s too: %s adds nothing"
                  .formatted(rule.id(), other.id(), rule.id())));
    }
    return rule.force() == Force.HARD && other.force() == Force.SOFT && failsWith(rule, other)
        ? Optional.of(
            draft.warning(
                WarningCode.RULE_COVERED,
                key,
                "不满足条件 %s 的，必定也不满足软条件 %s，都转人工：%s 从不退".formatted(rule.id(), other.id(), rule.id()),
                "whoever fails %s fails the soft rule %s too and goes to a person: %s never refuses"
                    .formatted(rule.id(), other.id(), rule.id())))
        : Optional.empty();
  }

  /** Of two that say the same the later one is told. */
  private static boolean adds(Rule rule, Rule other, boolean later) {
    if (text(rule).equals(text(other))) {
      return later;
    }
    return rule.force() == Force.HARD
        && rule.remarkWhen().isEmpty()
        && Certainty.always(over(rule, other), f -> weight(other, f) >= weight(rule, f))
        && (later
            || !Certainty.always(over(rule, other), f -> weight(rule, f) >= weight(other, f)));
  }

  private static boolean failsWith(Rule rule, Rule soft) {
    return text(rule).equals(text(soft))
        || Certainty.always(over(rule, soft), f -> weight(rule, f) < 2 || weight(soft, f) == 2);
  }

  private static List<Condition> over(Rule one, Rule other) {
    return Stream.of(
            one.when().stream(), other.when().stream(), Stream.of(one.must(), other.must()))
        .flatMap(s -> s)
        .toList();
  }

  /** 0 passes, 1 is left to a person, 2 fails. */
  private static int weight(Rule rule, FormData form) {
    Truth applies = rule.when().map(when -> when.test(form)).orElse(Truth.TRUE);
    return switch (applies) {
      case FALSE -> 0;
      case UNDECIDED -> 1;
      case TRUE ->
          switch (rule.must().test(form)) {
            case TRUE -> 0;
            case UNDECIDED -> 1;
            case FALSE -> 2;
          };
    };
  }

  private static String text(Rule rule) {
    String all = rule.when().map(Condition::text).orElse("") + " → " + rule.must().text();
    return all.replaceAll("\\s+", " ");
  }
}
