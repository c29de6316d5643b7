package cn.baosong.web.page.inbox;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the list as the record has it, for whoever asks.
 *
 * @param filed the dossiers of each submission
 * @param second those of them whose ruling waits for a second person
 * @param slow why nothing was found: it took too long
 */
record Found(
    Page<SubmissionLine> lines,
    Map<SubmissionNumber, List<DossierLine>> filed,
    Set<DossierNumber> second,
    Optional<Refusal> slow) {
  static Found tooSlow(Refusal refusal) {
    return new Found(
        new Page<>(List.of(), Optional.empty()), Map.of(), Set.of(), Optional.of(refusal));
  }
}
