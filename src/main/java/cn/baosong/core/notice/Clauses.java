package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.Deadlines;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The words on the deadline that binds this delivery or its parcels, the decisive one first. */
  static Optional<String> deadline(Batch batch) {
    Channel files = batch.delivery().arrival().channel();
    Stream<Channel> parcels = batch.papers().stream().map(PaperRecord::channel);
    return Stream.concat(
            Stream.concat(parcels, Stream.of(files))
                .flatMap(channel -> bound(Part.PAPER, channel, batch)),
            bound(Part.ELECTRONIC, files, batch))
        .sorted((one, other) -> Boolean.compare(other.decisive(), one.decisive()))
        .map(Deadline::clause)
        .filter(Clause::isStated)
        .map(Clause::words)
        .findFirst();
  }

  private static Stream<Deadline> bound(Part part, Channel channel, Batch batch) {
    return Deadlines.binding(part, channel, batch.call(), batch.unitKind()).stream();
  }

  /** The words on the consequence, where those on the deadline do not hold them already. */
  static Optional<String> consequence(Call call, Optional<String> deadline) {
    String words = call.lateness().clause().words();
    return Optional.of(words)
        .filter(w -> !w.isEmpty())
        .filter(w -> deadline.filter(d -> d.contains(w)).isEmpty());
  }
}
