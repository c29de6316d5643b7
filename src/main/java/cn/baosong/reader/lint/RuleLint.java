package cn.baosong.reader.lint;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules that decide nothing by themselves: written for nobody, met by nobody, met by all. */
final class RuleLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    List<Rule> rules = draft.call().rules();
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      String key = "rules[" + i + "]";
      Rule rule = rules.get(i);
      unreachable(rule, key, draft)
          .or(() -> unmeetable(rule, key, draft))
          .or(() -> idle(rule, key, draft))
          .or(() -> remarksNever(rule, key, draft))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Warning> unreachable(Rule rule, String key, Draft draft) {
    return rule.when()
        .filter(when -> Certainty.never(List.of(when)))
        .map(
            when ->
                draft.warning(
                    WarningCode.RULE_UNREACHABLE,
                    key + ".when",
                    "条件 " + rule.id() + " 永远用不上，没有人会符合：" + when.text(),
                    "rule " + rule.id() + " applies to nobody: its when can never hold"));
  }

  private static Optional<Warning> unmeetable(Rule rule, String key, Draft draft) {
    return Certainty.never(Stream.concat(rule.when().stream(), Stream.of(rule.must())).toList())
        ? Optional.of(
            draft.warning(
                WarningCode.RULE_UNMEETABLE,
                must(key, draft),
                "条件 " + rule.id() + " 谁也满足不了：" + rule.must().text(),
                "rule " + rule.id() + " can be met by nobody to whom it applies"))
        : Optional.empty();
  }

  private static Optional<Warning> idle(Rule rule, String key, Draft draft) {
    List<Condition> over = Stream.concat(rule.when().stream(), Stream.of(rule.must())).toList();
    return Certainty.always(over, form -> !applies(rule, form) || met(rule, form))
        ? Optional.of(
            draft.warning(
                WarningCode.RULE_IDLE,
                must(key, draft),
                "条件 " + rule.id() + " 没有人会不满足，等于没写：" + rule.must().text(),
                "rule " + rule.id() + " is met by everybody to whom it applies"))
        : Optional.empty();
  }

  /** A remark is made of those who pass. */
  private static Optional<Warning> remarksNever(Rule rule, String key, Draft draft) {
    return rule.remarkWhen()
        .filter(
            remark ->
                Certainty.never(List.of(remark))
                    || Certainty.never(
                        Stream.of(rule.when().stream(), Stream.of(rule.must(), remark))
                            .flatMap(s -> s)
                            .toList()))
        .map(
            remark ->
                draft.warning(
                    WarningCode.NEVER_TRUE,
                    key + ".remarkWhen",
                    "条件 " + rule.id() + " 通过的人永远不会碰到这个提示：" + remark.text(),
                    "nobody who meets rule " + rule.id() + " is remarked on"));
  }

  private static String must(String key, Draft draft) {
    return key + (draft.writes(key + ".must") ? ".must" : ".oneOf");
  }

  private static boolean applies(Rule rule, FormData form) {
    return rule.when().map(when -> when.test(form) == Truth.TRUE).orElse(true);
  }

  private static boolean met(Rule rule, FormData form) {
    return rule.must().test(form) == Truth.TRUE;
  }
}
