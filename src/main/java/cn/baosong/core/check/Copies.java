package cn.baosong.core.check;

import cn.baosong.core.call.Material;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Paper copies, counted by the mail room; only where a parcel stands for the paper. */
final class Copies {
  private Copies() {}

  static List<Finding> findings(Dossier dossier, UnitCase facts) {
    Map<String, Integer> counted = counted(dossier, facts);
    // An uncounted parcel is not a short one.
    if (facts.call().paper().mode() != Mode.PARCEL || counted.isEmpty()) {
      return List.of();
    }
    return facts.call().materials().stream()
        .filter(m -> m.perCandidate() && m.required() && m.copies() > of(m, counted))
        .filter(m -> !m.opaque() && applies(m, dossier))
        .map(m -> shortOf(m, of(m, counted), dossier))
        .toList();
  }

  private static Map<String, Integer> counted(Dossier dossier, UnitCase facts) {
    Map<String, Integer> sum = new HashMap<>();
    PapersOf.entries(dossier, facts)
        .forEach(
            entry ->
                entry
                    .copies()
                    .forEach((name, n) -> sum.merge(FileNames.normal(name), n, Integer::sum)));
    return sum;
  }

  private static int of(Material material, Map<String, Integer> counted) {
    String name = FileNames.normal(material.name());
    return counted.entrySet().stream()
        .filter(
            e ->
                e.getKey().equals(name)
                    || e.getKey().equals(FileNames.normal(material.id()))
                    || material.names().stream()
                        .anyMatch(hint -> e.getKey().contains(FileNames.normal(hint))))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static boolean applies(Material material, Dossier dossier) {
    return material.when().map(w -> w.test(dossier.form()) == Truth.TRUE).orElse(true);
  }

  private static Finding shortOf(Material material, int counted, Dossier dossier) {
    return Subject.of(dossier)
        .finding(
            FindingCode.COPIES_SHORT,
            Outcome.CORRECT,
            new Ground(material.id(), material.clause()),
            counted + "份",
            "“%s”应为一式%d份，实收%d份，请补寄。".formatted(material.name(), material.copies(), counted));
  }
}
