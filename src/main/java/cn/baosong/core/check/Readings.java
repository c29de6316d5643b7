package cn.baosong.core.check;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the findings under several readings of a notice come to one: what all come to alike stands,
 * and what hangs on the reading goes to a person (domain.md, section 0).
 *
 * @param first under the proposed reading, whose words stand where all agree
 * @param others under the other readings
 */
record Readings(List<Finding> first, List<List<Finding>> others) {
  private static final Comparator<Finding> GRAVEST = Comparator.comparing(Finding::outcome);

  /** What is judged together: a candidate, or a delivery as a whole. */
  private record About(SubmissionNumber submission, Optional<DossierNumber> dossier) {
    static About of(Finding finding) {
      return new About(finding.submission(), finding.dossier());
    }
  }

  /**
   * @param why told behind a finding that does not stand under every reading
   */
  List<Finding> merged(String why) {
    Set<About> all = new LinkedHashSet<>();
    everything().map(About::of).forEach(all::add);
    return all.stream().flatMap(about -> of(about, why)).toList();
  }

  private Stream<Finding> of(About about, String why) {
    Predicate<Finding> its = finding -> About.of(finding).equals(about);
    return agree(its)
        ? first.stream().filter(its)
        : everything()
            .filter(its)
            .map(Readings::matter)
            .distinct()
            .flatMap(matter -> of(its.and(f -> matter(f).equals(matter)), why));
  }

  private Stream<Finding> of(Predicate<Finding> ofMatter, String why) {
    return agree(ofMatter)
        ? first.stream().filter(ofMatter)
        : everything().filter(ofMatter).max(GRAVEST).stream().map(gravest -> doubt(gravest, why));
  }

  private static Finding doubt(Finding gravest, String why) {
    return gravest.code() == FindingCode.INELIGIBLE
        ? gravest.undecided(why)
        : gravest.as(Outcome.REFER, why);
  }

  private boolean agree(Predicate<Finding> which) {
    List<String> signature = signature(first, which);
    return others.stream().allMatch(other -> signature(other, which).equals(signature));
  }

  /** Remarks ask for nothing, so they may differ. */
  static List<String> signature(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .filter(f -> f.outcome().compareTo(Outcome.REMARK) > 0)
        .map(f -> f.code() + " " + f.outcome())
        .sorted()
        .toList();
  }

  private static String matter(Finding finding) {
    return finding.rule().isEmpty() ? finding.code().name() : finding.rule();
  }

  private Stream<Finding> everything() {
    List<Finding> all = new ArrayList<>(first);
    others.forEach(all::addAll);
    return all.stream();
  }
}
