package cn.baosong.reader.feel;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Truth;
import cn.baosong.core.call.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * A parsed expression, evaluated with three values (decisions.md 20): each fact that is absent,
 * blank or of the wrong type is bound to an empty context, so that comparing it gives null.
 *
 * @param pairs fields compared with each other: two empty contexts would be equal
 */
record FeelCondition(
    String text,
    Set<String> fields,
    Map<String, Fact> facts,
    Set<Set<String>> pairs,
    ParsedExpression expression,
    FeelEngineApi engine)
    implements Condition {

  @Override
  public Truth test(FormData data) {
    Map<String, Object> bound = new HashMap<>();
    for (String field : fields) {
      bound.put(field, value(data, field).orElse(Map.of()));
    }
    if (pairs.stream().anyMatch(pair -> pair.stream().allMatch(f -> isUnknown(bound.get(f))))) {
      return Truth.UNDECIDED;
    }
    return truth(engine.evaluate(expression, bound));
  }

  private static boolean isUnknown(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map;
  }

  private static Truth truth(EvaluationResult result) {
    if (result.isFailure() || !(result.result() instanceof Boolean answer)) {
      return Truth.UNDECIDED;
    }
    List<EvaluationFailure> suppressed = result.getSuppressedFailures();
    if (answer) {
      return suppressed.stream().anyMatch(FeelCondition::isFunction) ? Truth.UNDECIDED : Truth.TRUE;
    }
    return suppressed.isEmpty() ? Truth.FALSE : Truth.UNDECIDED;
  }

  private static boolean isFunction(EvaluationFailure failure) {
    return failure.failureType() == EvaluationFailureType.FUNCTION_INVOCATION_FAILURE$.MODULE$
        || failure.failureType() == EvaluationFailureType.NO_FUNCTION_FOUND$.MODULE$;
  }

  private Optional<Object> value(FormData data, String field) {
    Fact fact = facts.get(field);
    return Optional.ofNullable(data.fields().get(field))
        .filter(v -> !v.isBlank() && fact != null)
        .flatMap(v -> typed(v, fact == null ? "" : fact.type()));
  }

  /** The value as the engine takes it; empty when it is not of the declared type. */
  private static Optional<Object> typed(Value value, String type) {
    return switch (type) {
      case "boolean" ->
          value instanceof Value.Flag flag ? Optional.of(flag.flag()) : Optional.empty();
      case "number", "integer" ->
          value instanceof Value.Number number ? Optional.of(number.number()) : Optional.empty();
      case "array" ->
          value instanceof Value.Many many ? Optional.of(texts(many)) : Optional.empty();
      default ->
          value instanceof Value.Text || value instanceof Value.Number
              ? Optional.of(value.text().strip())
              : Optional.empty();
    };
  }

  private static List<String> texts(Value.Many many) {
    return many.values().stream().filter(v -> !v.isBlank()).map(v -> v.text().strip()).toList();
  }
}
