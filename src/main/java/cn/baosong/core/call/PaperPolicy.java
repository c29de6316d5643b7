package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;

/**
 * What stands for the paper, and what must agree.
 *
 * @param consistency the clause that demands agreement; empty when the notice has none
 * @param mismatch what the notice says of a difference
 * @param declaredSuffices whether the unit's own statement of the paper is proof enough
 *     (decisions.md 29)
 * @param waitDays days a posted parcel is waited for before a person is asked
 */
public record PaperPolicy(
    Mode mode,
    List<ComparedField> compared,
    Optional<Clause> consistency,
    Mismatch mismatch,
    boolean declaredSuffices,
    int waitDays) {
  public PaperPolicy {
    compared = List.copyOf(compared);
  }

  /** SCAN: a scan in the package; PARCEL: a registered parcel; NONE: no paper at all. */
  public enum Mode {
    SCAN,
    PARCEL,
    NONE
  }

  /** The stated consequence of a difference; a cancellation is only ever proposed to a person. */
  public enum Mismatch {
    CORRECT,
    REFER,
    PROPOSE_CANCELLATION
  }
}
