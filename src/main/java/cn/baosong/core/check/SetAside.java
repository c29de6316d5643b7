package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Candidates of a returned list that the unit has answered without: they give way in the count, and
 * stay.
 */
record SetAside(List<List<Dossier>> candidates) {

  static SetAside of(List<List<Dossier>> bound, Succession succession) {
    Set<SubmissionNumber> answered =
        bound.stream()
            .flatMap(List::stream)
            .filter(d -> !succession.timedBy(d).equals(d.submission()))
            .map(succession::timedBy)
            .collect(Collectors.toSet());
    return new SetAside(
        bound.stream()
            .filter(
                c ->
                    c.stream()
                        .allMatch(
                            d ->
                                d.state().isOpen()
                                    && !d.ruled()
                                    && d.timedBy().equals(d.submission())
                                    && answered.contains(d.submission())))
            .toList());
  }
}
