package cn.baosong.core.check;

import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Candidates whose paper came and whose electronic part did not. */
final class Unpaired {
  private Unpaired() {}

  /** Told beside the unit's latest delivery, and no ground to hold the others up. */
  static List<Finding> findings(Succession succession) {
    UnitCase facts = succession.facts();
    Optional<Dossier> latest =
        succession.examined().stream()
            .max(Comparator.comparing((Dossier d) -> d.submission().value()));
    return latest.stream()
        .flatMap(
            beside ->
                facts.papers().stream()
                    .flatMap(p -> p.candidates().stream())
                    .filter(
                        c -> PapersOf.meant(c, facts.dossiers(), facts.call().person()).isEmpty())
                    .map(PaperRecord.Candidate::name)
                    .distinct()
                    .map(name -> finding(beside, name)))
        .toList();
  }

  private static Finding finding(Dossier beside, String name) {
    return Subject.of(beside.submission())
        .finding(
            FindingCode.ELECTRONIC_NOT_RECEIVED,
            Outcome.REMARK,
            Ground.HOUSE,
            name,
            "已登记该人选的纸质材料，未收到其电子材料，请核对名单。");
  }
}
