package cn.baosong.reader.feel;

import cn.baosong.core.call.Condition;
import java.util.List;

/** What became of an expression: a condition, or everything that is wrong with it. */
public sealed interface Compiled {
  /** It can be tested. */
  record Usable(Condition condition) implements Compiled {}

  /** It must be rewritten. */
  record Refused(List<Problem> problems) implements Compiled {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
