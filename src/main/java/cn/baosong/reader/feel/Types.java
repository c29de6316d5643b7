package cn.baosong.reader.feel;

import cn.baosong.core.dossier.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;

/**
 * What kind of value stands where which kind is needed. The engine itself has no static types: a
 * mistake here would leave the rule undecided for every candidate.
 */
record Types(Map<String, Fact> facts) {
  private static final Set<String> DATED = Set.of("不早于", "不晚于", "恰为", "天数", "工作日数");

  /** A condition as a whole answers yes or no. */
  Optional<Problem> condition(Product root) {
    return mismatch("条件", "a condition", root, Kind.TRUTH);
  }

  List<Problem> problems(Product node) {
    List<Problem> found = new ArrayList<>();
    switch (node.productPrefix()) {
      case "Conjunction", "Disjunction", "Not" ->
          operands(found, node, Kind.TRUTH, "and、or、not 的两边", "and, or, not");
      case "Addition", "Subtraction", "Multiplication", "Division", "ArithmeticNegation" ->
          operands(found, node, Kind.NUMBER, "算式", "arithmetic");
      case "FunctionInvocation" -> arguments(found, (FunctionInvocation) node);
      default -> {
        if (Operands.isComparison(node)) {
          comparison(node).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private void operands(List<Problem> found, Product node, Kind wanted, String zh, String en) {
    Grammar.children(node).forEach(child -> mismatch(zh, en, child, wanted).ifPresent(found::add));
  }

  private void arguments(List<Problem> found, FunctionInvocation call) {
    List<Kind> wanted = Signature.of(call.function()).map(Signature::parameters).orElse(List.of());
    List<Product> arguments = Grammar.arguments(call);
    for (int i = 0; i < Math.min(wanted.size(), arguments.size()); i++) {
      String zh = "函数“" + call.function() + "”的第 " + (i + 1) + " 个参数";
      String en = "parameter " + (i + 1) + " of " + call.function();
      mismatch(zh, en, arguments.get(i), wanted.get(i)).ifPresent(found::add);
      if (DATED.contains(call.function())) {
        choiceAsDate(call.function(), arguments.get(i)).ifPresent(found::add);
      }
    }
    if (call.function().equals("含") && !arguments.isEmpty()) {
      Kind searched = kind(arguments.get(0));
      if (searched == Kind.NUMBER || searched == Kind.TRUTH) {
        found.add(wrong("函数“含”的第 1 个参数", "parameter 1 of 含", Kind.LIST, arguments.get(0)));
      }
    }
  }

  private Optional<Problem> choiceAsDate(String function, Product argument) {
    return Optional.of(argument)
        .filter(Ref.class::isInstance)
        .map(ref -> facts.get(Operands.name((Ref) ref)))
        .filter(fact -> !fact.choices().isEmpty())
        .filter(fact -> fact.choices().stream().noneMatch(c -> PartialDate.parse(c).isPresent()))
        .map(
            fact ->
                new Problem(
                    "字段“" + fact.name() + "”是选项，不是日期，不能用 " + function + "；请写 = 或 in",
                    fact.name() + " is a choice, no date: write = or in, not " + function));
  }

  /** Of a field with a constant the operands themselves are told more exactly. */
  private Optional<Problem> comparison(Product node) {
    List<Product> sides = Grammar.children(node);
    Product left = sides.get(0);
    Product right = sides.get(1);
    boolean told =
        left instanceof Ref && Operands.isConstant(right)
            || right instanceof Ref && Operands.isConstant(left);
    return told || kind(left).fits(kind(right))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "%s是%s，%s是%s，不能相比"
                    .formatted(
                        Operands.written(left),
                        kind(left).zh(),
                        Operands.written(right),
                        kind(right).zh()),
                kind(left).en() + " is not comparable with " + kind(right).en()));
  }

  private Optional<Problem> mismatch(String zh, String en, Product node, Kind wanted) {
    return kind(node).fits(wanted) ? Optional.empty() : Optional.of(wrong(zh, en, wanted, node));
  }

  private Problem wrong(String zh, String en, Kind wanted, Product node) {
    return new Problem(
        "%s要是%s，%s是%s%s"
            .formatted(
                zh, wanted.zh(), Operands.written(node), kind(node).zh(), remedy(wanted, node)),
        en + " must be " + wanted.en() + ", not " + kind(node).en());
  }

  private String remedy(Kind wanted, Product node) {
    if (wanted == Kind.TRUTH) {
      return kind(node) == Kind.LIST ? "；请写 含(字段, \"词\")" : "；请写成比较，如 = \"…\" 或 >= 5";
    }
    return "";
  }

  private Kind kind(Product node) {
    if (node instanceof Ref ref) {
      return Optional.ofNullable(facts.get(Operands.name(ref))).map(Fact::kind).orElse(Kind.ANY);
    }
    if (node instanceof FunctionInvocation call) {
      return Signature.of(call.function()).map(Signature::result).orElse(Kind.ANY);
    }
    return switch (node.productPrefix()) {
      case "ConstString" -> Kind.TEXT;
      case "ConstNumber", "Addition", "Subtraction", "Multiplication", "Division" -> Kind.NUMBER;
      case "ArithmeticNegation" -> Kind.NUMBER;
      case "ConstBool", "Conjunction", "Disjunction", "Not", "In" -> Kind.TRUTH;
      default -> Operands.isComparison(node) ? Kind.TRUTH : Kind.ANY;
    };
  }
}
