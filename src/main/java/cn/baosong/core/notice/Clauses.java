package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import java.util.Optional;

/** The notice's own words as letters cite them. */
record Clauses(Wording wording) {

  /** Words and place for the cell of a table. */
  String cell(Clause clause) {
    if (!clause.isStated()) {
      return wording.say(Phrase.NO_CLAUSE);
    }
    return clause.place().isEmpty()
        ? clause.words()
        : wording.say(Phrase.CLAUSE, clause.words(), clause.place());
  }

  /** The words on the deadline that binds this delivery, the decisive one first. */
  static Optional<String> deadline(Batch batch) {
    String channel = batch.delivery().arrival().channel().code();
    return batch.call().deadlines().stream()
        .filter(deadline -> deadline.binds(batch.unitKind(), channel))
        .sorted((one, other) -> Boolean.compare(other.decisive(), one.decisive()))
        .map(Deadline::clause)
        .filter(Clause::isStated)
        .map(Clause::words)
        .findFirst();
  }

  /** The words on the consequence, where those on the deadline do not hold them already. */
  static Optional<String> consequence(Call call, Optional<String> deadline) {
    String words = call.lateness().clause().words();
    return Optional.of(words)
        .filter(w -> !w.isEmpty())
        .filter(w -> deadline.filter(d -> d.contains(w)).isEmpty());
  }
}
