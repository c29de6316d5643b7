package cn.baosong.reader.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;

/** What conditions ask of each field: the constants it is held against, as far as that is all. */
final class Uses {
  private static final Set<String> DATED = Set.of("不早于", "不晚于", "恰为");

  private final Map<String, Use> uses = new HashMap<>();

  /** What is asked of one field. */
  static final class Use {
    final Set<String> words = new TreeSet<>();
    final Set<BigDecimal> numbers = new TreeSet<>();
    final Set<LocalDate> days = new TreeSet<>();

    /** Something is asked whose answer the constants do not divide. */
    boolean open;
  }

  Use of(String field) {
    return uses.computeIfAbsent(field, f -> new Use());
  }

  void add(Product node) {
    if (node instanceof Ref) {
      return; // a truth value by itself
    }
    if (node instanceof FunctionInvocation call) {
      function(call);
    } else if (node instanceof In in) {
      against((Product) in.x(), Operands.values((Product) in.test()));
    } else if (Operands.isComparison(node)) {
      List<Product> sides = Grammar.children(node);
      against(sides.get(0), List.of(sides.get(1)));
      against(sides.get(1), List.of(sides.get(0)));
    } else if (node.productPrefix().matches("Conjunction|Disjunction|Not")) {
      Grammar.children(node).forEach(this::add);
    } else {
      Grammar.children(node).forEach(this::open);
    }
  }

  private void against(Product side, List<Product> constants) {
    if (!(side instanceof Ref ref)) {
      if (!Operands.isConstant(side)) {
        add(side);
      }
    } else if (constants.stream().allMatch(Operands::isConstant)) {
      constants.forEach(constant -> constant(of(Operands.name(ref)), constant));
    } else {
      open(ref);
    }
  }

  private static void constant(Use use, Product constant) {
    if (constant instanceof ConstString word) {
      use.words.add(word.value());
    } else if (constant instanceof ConstNumber number) {
      use.numbers.add(number.value().bigDecimal());
    } else if (!constant.productPrefix().equals("ConstBool")) {
      use.open = true;
    }
  }

  private void function(FunctionInvocation call) {
    List<Product> arguments = new ArrayList<>(Grammar.arguments(call));
    boolean simple = !arguments.isEmpty() && arguments.get(0) instanceof Ref;
    if (call.function().equals("not")) {
      arguments.forEach(this::add);
    } else if (simple && call.function().equals("含")) {
      against(arguments.get(0), arguments.subList(1, 2));
    } else if (simple && DATED.contains(call.function()) && day(arguments.get(1)).isPresent()) {
      day(arguments.get(1)).ifPresent(of(Operands.name((Ref) arguments.get(0))).days::add);
    } else if (!call.function().equals("已填")) {
      arguments.forEach(this::open);
    }
  }

  private void open(Product node) {
    if (node instanceof Ref ref) {
      of(Operands.name(ref)).open = true;
    } else if (!Operands.isConstant(node)) {
      Grammar.children(node).forEach(this::open);
    }
  }

  private static Optional<LocalDate> day(Product node) {
    try {
      return node instanceof ConstString text
          ? Optional.of(LocalDate.parse(text.value()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
