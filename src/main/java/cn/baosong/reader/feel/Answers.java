package cn.baosong.reader.feel;

import java.util.Optional;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import scala.jdk.javaapi.CollectionConverters;

/** Turns answers of our functions into values of the engine and back. */
final class Answers {
  /** Compared with anything, an empty context gives null: neither true nor false. */
  static final Val UNDECIDED = new ValContext(Context.EmptyContext$.MODULE$);

  private Answers() {}

  static Val truth(Optional<Boolean> answer) {
    return answer.<Val>map(ValBoolean::new).orElse(UNDECIDED);
  }

  static Val number(Optional<Integer> answer) {
    return answer
        .<Val>map(n -> new ValNumber(new scala.math.BigDecimal(java.math.BigDecimal.valueOf(n))))
        .orElse(UNDECIDED);
  }

  static Optional<String> text(Val value) {
    return value instanceof ValString string ? Optional.of(string.value()) : Optional.empty();
  }

  /** A fact that is absent, blank or unreadable is bound to an empty context. */
  static boolean isFilled(Val value) {
    return value instanceof ValString
        || value instanceof ValNumber
        || value instanceof ValBoolean
        || value instanceof ValList;
  }

  static Optional<Boolean> holds(Val value, Val word) {
    if (value instanceof ValList list) {
      return Optional.of(CollectionConverters.asJava(list.items()).contains(word));
    }
    return isFilled(value) ? Optional.of(value.equals(word)) : Optional.empty();
  }
}
