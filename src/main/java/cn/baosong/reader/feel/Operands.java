package cn.baosong.reader.feel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** Names, constants and their types: mistakes that would leave a rule undecided for ever. */
final class Operands {
  private static final Set<String> COMPARISONS =
      Set.of("Equal", "LessThan", "LessOrEqual", "GreaterThan", "GreaterOrEqual");
  private static final Set<String> DATED = Set.of("不早于", "不晚于", "恰为");

  private Operands() {}

  static String name(Ref ref) {
    return String.join(".", CollectionConverters.asJava(ref.names()));
  }

  static boolean isComparison(Product node) {
    return COMPARISONS.contains(node.productPrefix());
  }

  static boolean isConstant(Product node) {
    return switch (node.productPrefix()) {
      case "ConstString", "ConstNumber", "ConstBool" -> true;
      case "ArithmeticNegation" -> Grammar.children(node).stream().allMatch(Operands::isConstant);
      default -> false;
    };
  }

  /** The values at the right of an {@code in}. */
  static List<Product> values(Product test) {
    List<Product> values = new ArrayList<>();
    switch (test.productPrefix()) {
      case "AtLeastOne",
          "UnaryTestExpression",
          "InputInRange",
          "InputLessThan",
          "InputLessOrEqual",
          "InputGreaterThan",
          "InputGreaterOrEqual",
          "ConstRange",
          "ClosedConstRangeBoundary",
          "OpenConstRangeBoundary" ->
          Grammar.children(test).forEach(child -> values.addAll(values(child)));
      default -> values.add(test);
    }
    return values;
  }

  /** A field compared with a constant that its type or its choices can never equal. */
  static Optional<Problem> typeFault(Product side, Product constant, Map<String, Fact> facts) {
    if (!(side instanceof Ref ref) || !isConstant(constant)) {
      return Optional.empty();
    }
    Fact fact = facts.get(name(ref));
    if (fact == null) {
      return Optional.empty();
    }
    if (!fits(fact, constant)) {
      return Optional.of(
          new Problem(
              "字段“%s”是%s，不能与 %s 比较%s"
                  .formatted(fact.name(), fact.kind().zh(), written(constant), remedy(fact)),
              fact.name() + " is a " + fact.type() + ", not comparable with " + written(constant)));
    }
    return constant instanceof ConstString word
        ? choiceFault(fact, word.value())
        : Optional.empty();
  }

  /** An order between texts: dates and titles have functions for that. */
  static Optional<Problem> orderFault(Product node, Map<String, Fact> facts) {
    return node.productPrefix().equals("Equal")
        ? Optional.empty()
        : Grammar.children(node).stream()
            .filter(side -> side instanceof Ref ref && isText(facts.get(name(ref))))
            .findFirst()
            .map(
                side ->
                    new Problem(
                        "文字不能比大小：日期请用 不早于(字段, \"1985-07-01\")，职称请用 职称不低于(字段, \"副高\")",
                        "texts have no order: use 不早于(x, \"1985-07-01\") or 职称不低于(x, \"副高\")"));
  }

  /** Constants that our functions cannot read. */
  static List<Problem> literalFaults(
      String function, List<Product> arguments, Map<String, Fact> facts) {
    List<Problem> problems = new ArrayList<>();
    if (DATED.contains(function) && !isDate(arguments.get(1))) {
      problems.add(
          new Problem(
              function + " 的第二个参数要写成 \"1985-07-01\" 这样的日期",
              function + " takes a date such as \"1985-07-01\""));
    }
    Levels.ALL.stream()
        .filter(levels -> levels.function().equals(function))
        .filter(levels -> !isOneOf(levels.words(), arguments.get(1)))
        .map(
            levels ->
                new Problem(
                    function + " 的第二个参数只能是 " + String.join("、", levels.words()),
                    "not a level: takes one of " + String.join(", ", levels.words())))
        .forEach(problems::add);
    if (function.equals("含")
        && arguments.get(0) instanceof Ref ref
        && arguments.get(1) instanceof ConstString word) {
      Optional.ofNullable(facts.get(name(ref)))
          .flatMap(fact -> choiceFault(fact, word.value()))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> choiceFault(Fact fact, String word) {
    return fact.choices().isEmpty() || fact.choices().contains(word)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "字段“" + fact.name() + "”没有选项“" + word + "”",
                fact.name() + " has no choice " + word));
  }

  private static boolean fits(Fact fact, Product constant) {
    return switch (constant.productPrefix()) {
      case "ConstString" -> isText(fact);
      case "ConstBool" -> fact.type().equals("boolean");
      default -> fact.isNumber();
    };
  }

  private static boolean isText(@org.jspecify.annotations.Nullable Fact fact) {
    return fact != null && fact.type().equals("string");
  }

  private static boolean isOneOf(List<String> words, Product argument) {
    return argument instanceof ConstString text && words.contains(text.value());
  }

  private static boolean isDate(Product argument) {
    if (!(argument instanceof ConstString text)) {
      return argument instanceof Ref;
    }
    try {
      LocalDate.parse(text.value());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String remedy(Fact fact) {
    return switch (fact.kind()) {
      case TRUTH -> "；请写 = true 或 = false";
      case LIST -> "；请用 含(" + fact.name() + ", \"词\")";
      case NUMBER -> "；数字不加引号";
      case TEXT -> "；文字要加英文引号";
      case ANY -> "";
    };
  }

  /** A constant, field or function as the author knows it. */
  static String written(Product node) {
    if (node instanceof Ref ref) {
      return "字段“" + name(ref) + "”";
    }
    if (node instanceof FunctionInvocation call) {
      return "“" + call.function() + "(…)”";
    }
    return isConstant(node) && node.productIterator().hasNext()
        ? String.valueOf(node.productElement(0))
        : "这个式子";
  }
}
