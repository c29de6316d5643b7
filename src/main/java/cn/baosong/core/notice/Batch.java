package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Submission;
import java.util.Comparator;
import java.util.List;

/**
 * What one letter on decisions tells: the dossiers of one delivery that share its kind.
 *
 * @param unitKind the unit's kind in the words of the call; may be empty
 * @param cases in the unit's own order
 * @param timedBy the deliveries whose receipts count for them
 * @param papers the unit's registered parcels
 * @param all every dossier of the unit as it now stands
 * @param revoked refusals that were sent and no longer hold
 */
record Batch(
    LetterKind kind,
    Delivery delivery,
    Call call,
    String unitKind,
    List<Case> cases,
    List<Submission> timedBy,
    List<PaperRecord> papers,
    List<Dossier> all,
    List<Letter> revoked) {
  Batch {
    cases =
        cases.stream()
            .sorted(
                Comparator.comparingInt((Case c) -> c.dossier().rank())
                    .thenComparing(c -> c.dossier().number()))
            .toList();
    timedBy = List.copyOf(timedBy);
    papers = List.copyOf(papers);
    all = List.copyOf(all);
    revoked = List.copyOf(revoked);
  }

  /** What the name of a finding's dossier is; empty when it concerns the whole delivery. */
  String nameOf(Finding finding) {
    return finding
        .dossier()
        .flatMap(
            number -> cases.stream().filter(c -> c.dossier().number().equals(number)).findFirst())
        .map(c -> Shown.name(c.dossier().candidate().name()))
        .orElse("");
  }
}
