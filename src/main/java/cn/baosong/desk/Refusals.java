package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The letters that refuse a dossier, when a person has decided otherwise. */
record Refusals(Letters letters) {
  private static final Set<LetterState> NOT_LEFT =
      EnumSet.of(LetterState.WAITING, LetterState.DRAFT);

  /** Stops those that have not left yet; tells which. */
  List<Letter> stop(Dossier after, Decision ruled) {
    Act act =
        new Act(
            Act.Kind.LETTER_STOPPED,
            ruled.ruling().map(Ruling::by).orElse(Act.MACHINE),
            ruled.ruling().map(Ruling::reason).orElse(""));
    List<Letter> waiting =
        naming(after).stream().filter(letter -> NOT_LEFT.contains(letter.state())).toList();
    waiting.forEach(letter -> letters.save(letter.in(LetterState.STOPPED), act));
    return waiting;
  }

  /** Those that the unit has got. */
  List<Letter> sent(Dossier after) {
    return naming(after).stream().filter(letter -> letter.state() == LetterState.SENT).toList();
  }

  private List<Letter> naming(Dossier dossier) {
    return letters.of(dossier.submission()).stream()
        .filter(letter -> letter.kind().refuses())
        .filter(letter -> letter.dossiers().contains(dossier.number()))
        .toList();
  }
}
