package cn.baosong.web.page.dossier;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter about a dossier, or about its whole delivery.
 *
 * @param leaves when it will leave; empty once it has left, or while nobody lets it
 */
public record LetterRow(Letter letter, Optional<Instant> leaves) {
  static LetterRow of(Letter letter) {
    return new LetterRow(
        letter,
        Optional.of(letter)
            .filter(l -> l.state() == LetterState.WAITING)
            .map(l -> l.written().plus(l.hold())));
  }

  /** Whether a file of it is there to open. */
  public boolean isPrinted() {
    return letter.state() == LetterState.SENT;
  }

  /** Whether a person can still stop it. */
  public boolean isStoppable() {
    return letter.state() == LetterState.WAITING || letter.state() == LetterState.DRAFT;
  }
}
