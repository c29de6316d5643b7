package cn.baosong.core.decision;

import java.util.Optional;

/**
 * A person's ruling with its reason (who, when, why; nothing is overwritten).
 *
 * @param by who ruled
 * @param confirmedBy the second person, where the call demands one
 */
public record Ruling(
    Kind kind,
    String by,
    String reason,
    String clause,
    Optional<String> department,
    Optional<String> confirmedBy) {
  /** Of one person alone. */
  public Ruling(Kind kind, String by, String reason, String clause, Optional<String> department) {
    this(kind, by, reason, clause, department, Optional.empty());
  }

  /** The same, confirmed by a second person. */
  public Ruling confirmed(String second) {
    return new Ruling(kind, by, reason, clause, department, Optional.of(second));
  }

  /** What a person may rule. */
  public enum Kind {
    ACCEPT,
    RETURN,
    REJECT,
    REFER_TO,
    WITHDRAW
  }
}
