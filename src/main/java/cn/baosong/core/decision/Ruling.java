package cn.baosong.core.decision;

import java.util.Optional;

/** A person's ruling with its reason (who, when, why; nothing is overwritten). */
public record Ruling(
    Kind kind, String by, String reason, String clause, Optional<String> department) {
  /** What a person may rule. */
  public enum Kind {
    ACCEPT,
    RETURN,
    REJECT,
    REFER_TO,
    WITHDRAW
  }
}
