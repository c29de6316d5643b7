package cn.baosong.core.check;

import cn.baosong.core.call.Material;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Paper copies, counted by the mail room; only where a parcel stands for the paper. Originals among
 * them are told whether or not they are enough, for the office answers for them.
 */
public final class Copies {
  private Copies() {}

  static List<Finding> findings(Dossier dossier, UnitCase facts) {
    Map<String, Integer> counted = counted(dossier, facts);
    // An uncounted parcel is not a short one.
    if (facts.call().paper().mode() != Mode.PARCEL || counted.isEmpty()) {
      return List.of();
    }
    List<Material> all = facts.call().materials();
    List<Finding> found = new ArrayList<>();
    for (Material material : all) {
      int there = count(material, counted, all);
      if (isDue(material, dossier) && material.copies() > there) {
        found.add(shortOf(material, there, Subject.of(dossier)));
      }
      if (material.originals() && there > 0) {
        found.add(inCustody(material, there, dossier));
      }
    }
    return found;
  }

  /**
   * Copies of what the unit encloses once for all, whoever of a parcel they were counted with; what
   * nobody counted is not short.
   */
  static List<Finding> ofUnit(SubmissionNumber delivery, UnitCase facts) {
    if (facts.call().paper().mode() != Mode.PARCEL) {
      return List.of();
    }
    List<Material> all = facts.call().materials();
    Map<String, Integer> counted =
        sum(
            facts.papers().stream()
                .sorted(Comparator.comparing(PaperRecord::received).reversed())
                .flatMap(p -> p.candidates().stream().map(c -> new PapersOf.Entry(p, c)))
                .toList(),
            true);
    List<Finding> found = new ArrayList<>();
    for (Material material : all) {
      boolean due = !material.perCandidate() && material.required() && !material.opaque();
      Optional<Integer> there = told(material, counted, all);
      if (due && there.filter(n -> n < material.copies()).isPresent()) {
        found.add(shortOf(material, there.get(), Subject.of(delivery)));
      }
    }
    return found;
  }

  private static boolean isDue(Material material, Dossier dossier) {
    return material.perCandidate()
        && material.required()
        && !material.opaque()
        && applies(material, dossier);
  }

  /** One parcel may be registered twice; its latest count stands. */
  private static Map<String, Integer> counted(Dossier dossier, UnitCase facts) {
    return sum(PapersOf.entries(dossier, facts), false);
  }

  /**
   * Sums what was counted.
   *
   * @param entries the latest registered first
   * @param together whether one parcel may have several of them
   */
  private static Map<String, Integer> sum(List<PapersOf.Entry> entries, boolean together) {
    Map<String, Integer> sum = new HashMap<>();
    Map<String, PaperNumber> items = new HashMap<>();
    for (PapersOf.Entry entry : entries) {
      String item = entry.paper().parcel().item().strip();
      PaperNumber number = entry.paper().number();
      PaperNumber first = item.isEmpty() ? null : items.putIfAbsent(item, number);
      if (first == null || (together && first.equals(number))) {
        entry
            .candidate()
            .copies()
            .forEach((name, n) -> sum.merge(FileNames.normal(name), n, Integer::sum));
      }
    }
    return sum;
  }

  /**
   * What a parcel holds of a material, as it was counted.
   *
   * @param written counts by the names they were written under
   * @param all materials of the call
   */
  public static int came(Material material, Map<String, Integer> written, List<Material> all) {
    return count(material, normal(written), all);
  }

  /** The same of what the unit encloses once for all; empty where nobody counted it. */
  public static Optional<Integer> cameOfUnit(
      Material material, Collection<PaperRecord.Candidate> people, List<Material> all) {
    Map<String, Integer> counted = new HashMap<>();
    people.forEach(p -> normal(p.copies()).forEach((n, c) -> counted.merge(n, c, Integer::sum)));
    return told(material, counted, all);
  }

  private static Map<String, Integer> normal(Map<String, Integer> written) {
    Map<String, Integer> counted = new HashMap<>();
    written.forEach((name, n) -> counted.merge(FileNames.normal(name), n, Integer::sum));
    return counted;
  }

  private static Optional<Integer> told(
      Material material, Map<String, Integer> counted, List<Material> all) {
    boolean written =
        counted.keySet().stream()
            .anyMatch(name -> names(material).contains(name) || isHinted(name, material, all));
    return written ? Optional.of(count(material, counted, all)) : Optional.empty();
  }

  private static Set<String> names(Material material) {
    return Set.of(FileNames.normal(material.name()), FileNames.normal(material.id()));
  }

  /** Counts under the notice's own name; failing that, those whose name hints at it most. */
  private static int count(Material material, Map<String, Integer> counted, List<Material> all) {
    Set<String> names = names(material);
    Map<String, Integer> exact = only(counted, names::contains);
    return (exact.isEmpty() ? only(counted, name -> isHinted(name, material, all)) : exact)
        .values().stream().mapToInt(Integer::intValue).sum();
  }

  private static boolean isHinted(String name, Material material, List<Material> all) {
    return FileNames.hinted(name, all).filter(m -> m.id().equals(material.id())).isPresent();
  }

  private static Map<String, Integer> only(Map<String, Integer> counted, Predicate<String> named) {
    return counted.entrySet().stream()
        .filter(e -> named.test(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean applies(Material material, Dossier dossier) {
    return material.when().map(w -> w.test(dossier.form()) == Truth.TRUE).orElse(true);
  }

  private static Finding shortOf(Material material, int counted, Subject subject) {
    return subject.finding(
        FindingCode.COPIES_SHORT,
        Outcome.CORRECT,
        new Ground(material.id(), material.clause()),
        counted + "份",
        "“%s”应为一式%d份，实收%d份，请补寄。".formatted(material.name(), material.copies(), counted));
  }

  private static Finding inCustody(Material material, int counted, Dossier dossier) {
    return Subject.of(dossier)
        .finding(
            FindingCode.ORIGINALS_HELD,
            Outcome.REMARK,
            new Ground(material.id(), material.clause()),
            counted + "套",
            "收到“%s”%d套，请清点、妥善保管，退还时由单位签收。".formatted(material.name(), counted));
  }
}
