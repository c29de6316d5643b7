package cn.baosong.core.call;

import java.util.List;

/**
 * The stated consequence of lateness.
 *
 * @param consequences one or more; {@link Consequence#NONE_STATED} stands alone
 * @param clause the notice's own words
 */
public record Lateness(List<Consequence> consequences, Clause clause) {
  public Lateness {
    consequences = List.copyOf(consequences);
    if (consequences.isEmpty()) {
      throw new IllegalArgumentException(
          "a call states its consequence of lateness, or NONE_STATED");
    }
  }

  public boolean isStated() {
    return !consequences.contains(Consequence.NONE_STATED);
  }

  /** The consequence that names the letter: the first that the notice states. */
  public Consequence leading() {
    return consequences.get(0);
  }
}
