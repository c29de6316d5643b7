package cn.baosong.reader.feel;

import cn.baosong.reader.feel.Compiled.Refused;
import cn.baosong.reader.feel.Compiled.Usable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import scala.Product;

/** Compiles the expressions of a call. Safe for use by several threads. */
public final class Conditions {
  private static final int MAX_LENGTH = 2000;

  private final Lookups lookups;
  private final FeelEngineApi engine;

  public Conditions(Lookups lookups) {
    this.lookups = lookups;
    this.engine =
        FeelEngineBuilder.forJava()
            .withFunctionProvider(new Functions(lookups))
            .withEnabledExternalFunctions(false)
            .build();
  }

  /**
   * The same, counting working days as a region has them.
   *
   * @param region empty for the national arrangement alone
   */
  public Conditions in(Optional<String> region) {
    return region.isEmpty() ? this : new Conditions(lookups.in(region));
  }

  /** Whether the table of holidays knows a region at all. */
  public boolean knowsRegion(String region) {
    return lookups.workingDays().knows(region);
  }

  /**
   * Parses an expression and checks every name and type in it.
   *
   * @param facts the fields it may name, by name
   */
  public Compiled compile(String text, Map<String, Fact> facts) {
    if (text.length() > MAX_LENGTH) {
      return new Refused(List.of(new Problem("表达式过长，请拆成几条规则", "the expression is too long")));
    }
    ParseResult parsed = engine.parseExpression(text);
    if (parsed.isFailure()) {
      String message = parsed.failure().message();
      return new Refused(
          List.of(new Problem("表达式写法有误：" + place(message), "cannot be parsed: " + message)));
    }
    Grammar grammar = new Grammar(facts);
    grammar.check((Product) parsed.parsedExpression().expression());
    if (!grammar.problems().isEmpty()) {
      return new Refused(grammar.problems());
    }
    return new Usable(
        new FeelCondition(
            text, grammar.fields(), facts, grammar.pairs(), parsed.parsedExpression(), engine));
  }

  /** The place that the parser names at the end of its message, such as {@code found "x"}. */
  private static String place(String message) {
    int found = message.lastIndexOf("found ");
    return found < 0 ? message : "在 " + message.substring(found + 6) + " 处读不下去";
  }
}
