package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells once what holds for every candidate of a delivery, so that no letter repeats itself. */
final class Shared {
  private Shared() {}

  static List<Finding> byDelivery(List<Finding> found, List<Dossier> examined) {
    Map<SubmissionNumber, Long> candidates =
        examined.stream()
            .collect(Collectors.groupingBy(Dossier::submission, Collectors.counting()));
    Map<Finding, List<Finding>> same = new LinkedHashMap<>();
    found.forEach(f -> same.computeIfAbsent(ofDelivery(f), k -> new ArrayList<>()).add(f));
    List<Finding> told = new ArrayList<>();
    same.forEach(
        (shared, each) -> {
          long all = candidates.getOrDefault(shared.submission(), 0L);
          boolean everyone = each.size() > 1 && each.size() == all;
          told.addAll(everyone ? List.of(shared) : each);
        });
    return told;
  }

  private static Finding ofDelivery(Finding f) {
    return new Finding(
        f.code(),
        f.outcome(),
        f.submission(),
        Optional.empty(),
        f.rule(),
        f.clause(),
        f.observed(),
        "",
        f.sentence());
  }
}
