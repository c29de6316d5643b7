package cn.baosong.core.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Originals of one kind that travelled with a parcel and go back to the unit (domain.md 1.3, A23):
 * who had them when, until they are returned.
 *
 * @param person whose they are; empty where they are the unit's
 * @param material as the call names it
 * @param sets how many were counted
 * @param moves the first takes them in; none is ever taken out
 */
public record Original(
    String id,
    PaperNumber parcel,
    CallId call,
    UnitCode unit,
    String person,
    String material,
    int sets,
    List<Move> moves,
    int version) {
  public Original {
    moves = List.copyOf(moves);
  }

  /** Where they are. */
  public enum State {
    KEPT,
    LENT,
    RETURNED
  }

  /** What happens to them. */
  public enum Step {
    TAKEN_IN(State.KEPT),
    MOVED(State.KEPT),
    LENT(State.LENT),
    GIVEN_BACK(State.KEPT),
    RETURNED(State.RETURNED);

    private final State leadsTo;

    Step(State leadsTo) {
      this.leadsTo = leadsTo;
    }

    public State leadsTo() {
      return leadsTo;
    }
  }

  /**
   * One entry of the log.
   *
   * @param by who of the office did it
   * @param where the place they are kept in, or whoever took them
   */
  public record Move(Step step, Instant at, String by, String where, String note) {}

  public Move last() {
    return moves.get(moves.size() - 1);
  }

  public State state() {
    return last().step().leadsTo();
  }

  /** What can be done with them now. */
  public Set<Step> next() {
    return switch (state()) {
      case KEPT -> Set.of(Step.MOVED, Step.LENT, Step.RETURNED);
      case LENT -> Set.of(Step.GIVEN_BACK);
      case RETURNED -> Set.of();
    };
  }

  /** The place they are kept in, where they are kept. */
  public Optional<String> place() {
    return state() == State.KEPT
        ? Optional.of(last().where()).filter(w -> !w.isBlank())
        : Optional.empty();
  }

  /** The same after one more entry. */
  public Original with(Move move) {
    List<Move> log = new ArrayList<>(moves);
    log.add(move);
    return new Original(id, parcel, call, unit, person, material, sets, log, version + 1);
  }

  /** The same, once the parcel was found to be another unit's or another call's. */
  public Original of(CallId otherCall, UnitCode otherUnit) {
    return new Original(
        id, parcel, otherCall, otherUnit, person, material, sets, moves, version + 1);
  }
}
