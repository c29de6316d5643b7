package cn.baosong.reader.feel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The part of FEEL in which three values can be kept. What lies outside, or could turn a missing
 * fact into an answer ({@code null}, {@code is defined}, {@code if}, lists), is refused by name.
 */
final class Grammar {
  private static final Set<String> NODES =
      Set.of(
          "Ref",
          "ConstString",
          "ConstNumber",
          "ConstBool",
          "Equal",
          "Not",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "Conjunction",
          "Disjunction",
          "FunctionInvocation",
          "PositionalFunctionParameters",
          "In",
          "AtLeastOne",
          "UnaryTestExpression",
          "InputInRange",
          "InputLessThan",
          "InputLessOrEqual",
          "InputGreaterThan",
          "InputGreaterOrEqual",
          "ConstRange",
          "ClosedConstRangeBoundary",
          "OpenConstRangeBoundary",
          "Addition",
          "Subtraction",
          "Multiplication",
          "Division",
          "ArithmeticNegation");

  private static final Map<String, Problem> REFUSED =
      Map.of(
          "ConstNull", new Problem("不能用 null，请用 已填(字段名)", "null is refused: use 已填(x)"),
          "ConstList",
              new Problem(
                  "不能用方括号列表，请写 in (\"甲\", \"乙\") 或 含(字段名, \"甲\")",
                  "lists are refused: write in (\"a\", \"b\") or 含(x, \"a\")"),
          "If", new Problem("不能用 if，请用 and / or 写", "if is refused: write it with and / or"));

  private final Map<String, Fact> facts;
  private final Types types;
  private final Set<String> fields = new LinkedHashSet<>();
  private final Set<Set<String>> pairs = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  Grammar(Map<String, Fact> facts) {
    this.facts = facts;
    this.types = new Types(facts);
  }

  Set<String> fields() {
    return Set.copyOf(fields);
  }

  Set<Set<String>> pairs() {
    return Set.copyOf(pairs);
  }

  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  /** Looks at a whole condition. */
  void check(Product root) {
    walk(root);
    types.condition(root).ifPresent(problems::add);
  }

  private void walk(Product node) {
    String kind = node.productPrefix();
    if (!NODES.contains(kind)) {
      problems.add(
          REFUSED.getOrDefault(
              kind, new Problem("不支持这种写法（" + kind + "）", kind + " is not supported")));
      return;
    }
    if (node instanceof Ref ref) {
      name(ref);
    } else if (node instanceof FunctionInvocation call) {
      function(call);
    } else if (node instanceof In in) {
      membership(in);
    } else if (Operands.isComparison(node)) {
      comparison(node);
    }
    problems.addAll(types.problems(node));
    children(node).forEach(this::walk);
  }

  static List<Product> arguments(FunctionInvocation call) {
    return children(call).stream().flatMap(p -> children(p).stream()).toList();
  }

  static List<Product> children(Product node) {
    List<Product> children = new ArrayList<>();
    node.productIterator()
        .foreach(
            child -> {
              if (child instanceof scala.collection.immutable.List<?> list) {
                CollectionConverters.asJava(list).forEach(item -> addIfNode(children, item));
              } else {
                addIfNode(children, child);
              }
              return scala.runtime.BoxedUnit.UNIT;
            });
    return children;
  }

  private static void addIfNode(List<Product> children, Object item) {
    if (item instanceof Exp || item instanceof PositionalFunctionParameters) {
      children.add((Product) item);
    } else if (item instanceof Product other && other.productPrefix().endsWith("RangeBoundary")) {
      children.add(other);
    }
  }

  private void name(Ref ref) {
    String name = Operands.name(ref);
    if (facts.containsKey(name)) {
      fields.add(name);
    } else {
      problems.add(
          new Problem("登记表里没有字段“" + name + "”（文字要加英文引号）", "the form has no field " + name));
    }
  }

  private void function(FunctionInvocation call) {
    Optional<Integer> arity = Signature.of(call.function()).map(s -> s.parameters().size());
    List<Product> arguments = arguments(call);
    if (arity.isEmpty()) {
      problems.add(
          new Problem(
              "没有函数“" + call.function() + "”，或不允许使用", call.function() + " is not available"));
    } else if (arity.get() != arguments.size()) {
      problems.add(
          new Problem(
              "函数“" + call.function() + "”要 " + arity.get() + " 个参数",
              call.function() + " takes " + arity.get() + " parameters"));
    } else {
      Operands.literalFaults(call.function(), arguments, facts).forEach(problems::add);
    }
  }

  private void membership(In in) {
    Operands.values((Product) in.test()).stream()
        .filter(v -> !Operands.isConstant(v))
        .findFirst()
        .ifPresent(
            v ->
                problems.add(
                    new Problem("in 的右边只能写固定的值", "the right side of in takes constants only")));
    Operands.values((Product) in.test())
        .forEach(v -> Operands.typeFault((Product) in.x(), v, facts).ifPresent(problems::add));
  }

  private void comparison(Product node) {
    List<Product> sides = children(node);
    Product left = sides.get(0);
    Product right = sides.get(1);
    boolean constant =
        sides.stream()
            .anyMatch(s -> Operands.isConstant(s) || s.productPrefix().startsWith("Const"));
    if (left instanceof Ref a && right instanceof Ref b) {
      pairs.add(Set.copyOf(List.of(Operands.name(a), Operands.name(b))));
    } else if (!constant && node instanceof Equal) {
      problems.add(
          new Problem("= 和 != 的一边要写固定的值或一个字段", "one side of = must be a constant or a field"));
    }
    Operands.typeFault(left, right, facts).ifPresent(problems::add);
    Operands.typeFault(right, left, facts).ifPresent(problems::add);
    Operands.orderFault(node, facts).ifPresent(problems::add);
  }
}
