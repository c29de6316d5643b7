package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;

/**
 * Evidence that a step was taken before recommending.
 *
 * @param materials ids of materials any of which is evidence
 * @param fields form or report fields any of which, when filled, is evidence
 * @param from field with the first day of a publicity
 * @param to field with its last day
 * @param minDays days it must last; empty when the notice names none (A08)
 * @param working whether these are working days
 * @param countFirstDay whether the day of posting counts (domain.md 2.2)
 * @param after id of the procedure that must have ended before this one begins
 * @param endsBefore field with the day of the recommendation, before which it must have ended
 * @param waivedWhen not asked of a candidate for whom this holds (涉密人员)
 */
public record Procedure(
    String id,
    Kind kind,
    String name,
    List<String> materials,
    List<String> fields,
    Optional<String> from,
    Optional<String> to,
    Optional<Integer> minDays,
    boolean working,
    boolean countFirstDay,
    Optional<String> after,
    Optional<String> endsBefore,
    Optional<Condition> waivedWhen,
    Clause clause) {
  public Procedure {
    materials = List.copyOf(materials);
    fields = List.copyOf(fields);
  }

  /** What was done. */
  public enum Kind {
    EXPERT_REVIEW,
    COMPREHENSIVE_REVIEW,
    PUBLICITY,
    DISCIPLINE_OPINION,
    COLLECTIVE_DECISION
  }
}
