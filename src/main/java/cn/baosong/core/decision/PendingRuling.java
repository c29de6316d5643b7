package cn.baosong.core.decision;

import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.call.RulingPolicy;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.DossierNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ruling that a second person is still to confirm; until then nothing is decided.
 *
 * @param id random; names what the second person has before the eyes
 * @param seen version of the dossier that it was proposed for
 * @param at when it was proposed
 * @param closing who ended the waiting and why; empty while it waits
 */
public record PendingRuling(
    String id,
    DossierNumber dossier,
    Ruling ruling,
    int seen,
    Instant at,
    State state,
    Optional<Closing> closing) {

  /** Where it stands. */
  public enum State {
    AWAITS_SECOND_PERSON,
    /** Confirmed and entered. */
    CONFIRMED,
    /** Declined by a second person, or taken back by who proposed it. */
    DECLINED,
    /** The dossier changed meanwhile. */
    DROPPED
  }

  /** How the waiting ended. */
  public record Closing(String by, Instant at, String reason) {}

  public static PendingRuling of(
      String id, DossierNumber dossier, Ruling ruling, int seen, Instant at) {
    return new PendingRuling(
        id, dossier, ruling, seen, at, State.AWAITS_SECOND_PERSON, Optional.empty());
  }

  public PendingRuling closed(State as, Closing closing) {
    return new PendingRuling(id, dossier, ruling, seen, at, as, Optional.of(closing));
  }

  /** Whether nothing was decided of it and nothing will be. */
  public boolean isGivenUp() {
    return state == State.DECLINED || state == State.DROPPED;
  }

  /**
   * Whether a call has a ruling confirmed by a second person.
   *
   * @param standing findings of the decision that stands
   */
  public static boolean isDemanded(RulingPolicy policy, Ruling.Kind kind, List<Finding> standing) {
    return policy.secondPerson().stream().anyMatch(guarded -> guards(guarded, kind, standing));
  }

  private static boolean guards(GuardedRuling guarded, Ruling.Kind kind, List<Finding> standing) {
    return switch (guarded) {
      case ACCEPT -> kind == Ruling.Kind.ACCEPT;
      case ACCEPT_AGAINST_FINDING ->
          kind == Ruling.Kind.ACCEPT && standing.stream().anyMatch(PendingRuling::speaksAgainst);
      case RETURN -> kind == Ruling.Kind.RETURN;
      case REJECT -> kind == Ruling.Kind.REJECT;
      case REFER_TO -> kind == Ruling.Kind.REFER_TO;
      case WITHDRAW -> kind == Ruling.Kind.WITHDRAW;
    };
  }

  private static boolean speaksAgainst(Finding finding) {
    return finding.outcome() == Outcome.BLOCK || finding.outcome() == Outcome.CORRECT;
  }
}
