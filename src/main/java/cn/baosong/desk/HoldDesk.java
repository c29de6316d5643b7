package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Where a person stops a letter that is about to leave, or releases one that waits. */
public final class HoldDesk {
  private final Letters letters;
  private final UnitOfWork work;

  public HoldDesk(Letters letters, UnitOfWork work) {
    this.letters = letters;
    this.work = work;
  }

  /**
   * Stops a letter that has not left yet.
   *
   * @throws Refusal when there is none of this id, it has left, or no reason is given
   */
  public Letter stop(String id, String by, String reason) {
    if (reason.isBlank()) {
      throw Refusal.invalid("reason", "请写明停发理由。", "State why it is stopped.");
    }
    return turn(
        id,
        EnumSet.of(LetterState.DRAFT, LetterState.WAITING),
        letter -> letter.in(LetterState.STOPPED),
        new Act(Act.Kind.LETTER_STOPPED, by, reason));
  }

  /**
   * Lets a letter leave at once: a draft that was sealed, or one that was stopped.
   *
   * @throws Refusal when there is none of this id, or it does not wait for this
   */
  public Letter release(String id, String by, String reason) {
    return turn(
        id,
        EnumSet.of(LetterState.DRAFT, LetterState.STOPPED),
        Letter::released,
        new Act(Act.Kind.LETTER_RELEASED, by, reason));
  }

  private Letter turn(String id, Set<LetterState> from, UnaryOperator<Letter> change, Act act) {
    return work.inTransaction(
        () -> {
          Letter letter =
              letters
                  .find(id)
                  .orElseThrow(() -> Refusal.notFound("id", "没有这份文书。", "There is no such letter."));
          if (!from.contains(letter.state())) {
            throw Refusal.conflict(
                "id",
                "该文书现为 " + letter.state() + "，不能再改。",
                "The letter is " + letter.state() + " and can no longer be changed so.");
          }
          Letter next = change.apply(letter);
          letters.save(next, act);
          return next;
        });
  }
}
