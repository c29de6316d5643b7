package cn.baosong.core.call;

import java.util.Set;

/**
 * What the office demands of persons who rule on dossiers of a call.
 *
 * @param secondPerson the rulings that take effect only when a second person confirms them
 */
public record RulingPolicy(Set<GuardedRuling> secondPerson) {
  /** One person suffices. */
  public static final RulingPolicy ONE_PERSON = new RulingPolicy(Set.of());

  public RulingPolicy {
    secondPerson = Set.copyOf(secondPerson);
  }
}
