package cn.baosong.reader.lint;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Truth;
import cn.baosong.reader.feel.Worlds;
import java.util.List;
import java.util.function.Predicate;

/** What is certain of conditions whatever a form says; what cannot be enumerated is not. */
final class Certainty {
  private Certainty() {}

  /** Whether they never hold together. */
  static boolean never(List<Condition> conditions) {
    return always(conditions, form -> !all(conditions, form));
  }

  /** Whether something is so in every form. */
  static boolean always(List<Condition> over, Predicate<FormData> so) {
    return Worlds.of(over).filter(worlds -> worlds.stream().allMatch(so)).isPresent();
  }

  static boolean all(List<Condition> conditions, FormData form) {
    return conditions.stream().allMatch(c -> c.test(form) == Truth.TRUE);
  }
}
