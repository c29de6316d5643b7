package cn.baosong.core.check;

import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Candidates of an earlier list that a later one leaves out (decisions 3): they stay.
 *
 * <p>A later list that takes up a part of an earlier one has left the others out, and a person asks
 * the unit whether it withdraws them: the finding is a REFER on each absent candidate whose dossier
 * is open. Those already accepted stay accepted; the later delivery carries a remark that names
 * them. Not a changed list: a correction, which answers a letter about some candidates only, and a
 * supplement that names nobody of the earlier list.
 */
final class Lists {
  private final Succession succession;
  private final List<Dossier> all;

  Lists(Succession succession) {
    this.succession = succession;
    this.all = succession.facts().dossiers();
  }

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    for (SubmissionNumber later : laterLists()) {
      List<Dossier> absent = absentFrom(later);
      absent.stream()
          .filter(d -> d.state().isOpen())
          .map(d -> leftOut(d, later))
          .forEach(found::add);
      List<Dossier> settled = absent.stream().filter(d -> !d.state().isOpen()).toList();
      if (!settled.isEmpty()) {
        found.add(remark(later, settled));
      }
    }
    return found;
  }

  private Set<SubmissionNumber> laterLists() {
    return all.stream()
        .filter(d -> succession.predecessor(d).isPresent())
        .filter(d -> succession.timedBy(d).equals(d.submission()))
        .filter(d -> d.state() != DossierState.SUPERSEDED)
        .map(Dossier::submission)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Still standing candidates of the deliveries whose lists the later one takes up. */
  private List<Dossier> absentFrom(SubmissionNumber later) {
    Set<SubmissionNumber> takenUp =
        all.stream()
            .filter(d -> d.submission().equals(later))
            .flatMap(d -> succession.predecessor(d).stream())
            .flatMap(number -> all.stream().filter(d -> d.number().equals(number)))
            .map(Dossier::submission)
            .collect(Collectors.toSet());
    return succession.standing().stream()
        .flatMap(List::stream)
        .filter(d -> takenUp.contains(d.submission()) && d.state().counts())
        .filter(d -> succession.line(d).stream().noneMatch(v -> v.submission().equals(later)))
        .toList();
  }

  private static Finding leftOut(Dossier absent, SubmissionNumber later) {
    return Subject.of(absent)
        .finding(
            FindingCode.LIST_CHANGED,
            Outcome.REFER,
            Ground.HOUSE,
            later.value(),
            "单位此后报送的名单未列入该人选，原材料仍然有效，由工作人员向单位核实是否撤回。");
  }

  private static Finding remark(SubmissionNumber later, List<Dossier> accepted) {
    String names =
        accepted.stream().map(d -> d.candidate().name()).collect(Collectors.joining("、"));
    return Subject.of(later)
        .finding(
            FindingCode.LIST_CHANGED,
            Outcome.REMARK,
            Ground.HOUSE,
            names,
            "本次名单未列入此前已受理的人选，已受理的人选不受影响；如需撤回请书面说明。");
  }
}
