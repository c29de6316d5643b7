package cn.baosong.reader.call;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Truth;
import cn.baosong.reader.feel.Compiled;
import cn.baosong.reader.feel.Compiled.Refused;
import cn.baosong.reader.feel.Compiled.Usable;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the expressions of one call over the fields of its form. */
final class ConditionReader {
  private final Conditions conditions;
  private final Map<String, Fact> facts;

  /** A call is read once for each reading of its ambiguities; compiling is the slow part. */
  private final Map<String, Compiled> known = new HashMap<>();

  ConditionReader(Conditions conditions, Map<String, Fact> facts) {
    this.conditions = conditions;
    this.facts = facts;
  }

  boolean knows(String field) {
    return facts.containsKey(field);
  }

  Set<String> choices(String field) {
    Fact fact = facts.get(field);
    return fact == null ? Set.of() : fact.choices();
  }

  Optional<Condition> optional(Entry entry) {
    return entry.isPresent() ? Optional.of(compile(entry, entry.text())) : Optional.empty();
  }

  /** A refused expression is told with its place; a stand-in keeps the rest of the file checked. */
  Condition compile(Entry entry, String text) {
    Compiled compiled = known.computeIfAbsent(text, t -> conditions.compile(t, facts));
    if (compiled instanceof Usable usable) {
      return usable.condition();
    }
    ((Refused) compiled).problems().forEach(p -> entry.fault(p.zh(), p.en()));
    return new Unusable(text);
  }

  private record Unusable(String text) implements Condition {
    @Override
    public Set<String> fields() {
      return Set.of();
    }

    @Override
    public Truth test(FormData facts) {
      return Truth.UNDECIDED;
    }
  }
}
