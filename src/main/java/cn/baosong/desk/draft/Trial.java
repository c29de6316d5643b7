package cn.baosong.desk.draft;

import cn.baosong.core.call.CallId;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.ReplayTally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a draft would have made of everything that is stored of its call, as far as it is known.
 *
 * @param edition of the call and the draft that was tried
 * @param of how many dossiers there are
 * @param lines the first {@value #MOST} that come out otherwise
 */
public record Trial(
    CallId call,
    Edition edition,
    String by,
    Instant begun,
    State state,
    long of,
    ReplayTally.Sum sum,
    List<Line> lines) {
  public static final int MOST = 200;

  public Trial {
    lines = List.copyOf(lines);
  }

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * A dossier that comes out otherwise, or the same on other grounds.
   *
   * @param decisive what made the difference, each with its clause
   */
  public record Line(
      DossierNumber dossier,
      String publicId,
      Candidate candidate,
      Stand before,
      Stand after,
      List<Finding> decisive) {
    public Line {
      decisive = List.copyOf(decisive);
    }

    /** Whether only its grounds are others. */
    public boolean isSameVerdict() {
      return before.equals(after);
    }
  }

  /** A state, and the queue of an accepted dossier. */
  public record Stand(DossierState state, Optional<String> department) {}

  /** Dossiers that were decided alike. */
  public long alike() {
    return sum.dossiers() - sum.differing() - sum.otherGrounds() - sum.ruled();
  }
}
