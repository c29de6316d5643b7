package cn.baosong.core.check;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Truth;
import cn.baosong.core.dossier.PartialDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/** A condition written in Java, three-valued like the real ones. */
record TestCondition(String text, Set<String> fields, Function<FormData, Truth> test)
    implements Condition {

  @Override
  public Truth test(FormData facts) {
    return test.apply(facts);
  }

  static Condition is(String field, String value) {
    return of(field, value, text -> Truth.of(text.equals(value)));
  }

  static Condition not(String field, String value) {
    return of(field, "not " + value, text -> Truth.of(!text.equals(value)));
  }

  static Condition oneOf(String field, String... values) {
    return of(field, "one of", text -> Truth.of(Arrays.asList(values).contains(text)));
  }

  static Condition bornNotBefore(String field, LocalDate day) {
    return of(
        field,
        "not before " + day,
        text ->
            PartialDate.parse(text)
                .flatMap(d -> d.notBefore(day))
                .map(Truth::of)
                .orElse(Truth.UNDECIDED));
  }

  static Condition filled(String field) {
    return new TestCondition(
        field + " filled", Set.of(field), data -> Truth.of(data.isFilled(field)));
  }

  /** A fact that is absent decides nothing. */
  private static Condition of(String field, String what, Function<String, Truth> test) {
    return new TestCondition(
        field + " " + what,
        Set.of(field),
        data -> data.text(field).map(test).orElse(Truth.UNDECIDED));
  }
}
