package cn.baosong.desk;

/**
 * A rehearsed crash: it is told of every named step before and after, and may end the process
 * there. In ordinary service it does nothing.
 */
@FunctionalInterface
public interface Drill {
  /** No drill is on. */
  Drill NONE = step -> {};

  /**
   * @param step such as {@code receive-submission/register/after}
   */
  void reach(String step);
}
