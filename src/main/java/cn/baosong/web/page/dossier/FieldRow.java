package cn.baosong.web.page.dossier;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Masking;
import cn.baosong.web.api.ComparisonView;
import cn.baosong.web.api.FindingView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field of the form: what the paper states, what the file states, and how far apart they are.
 *
 * @param normalPaper in its normal form, where that reads otherwise than the paper
 * @param difference {@link DifferenceClass}; empty for what was not compared
 * @param doubtful whether the paper was seen and a person has to look what stands there
 * @param source where the paper's value is registered or was read; empty where the unit only states
 *     it
 */
public record FieldRow(
    String field,
    String paper,
    Optional<String> normalPaper,
    String electronic,
    Optional<String> normalElectronic,
    Optional<DifferenceClass> difference,
    boolean doubtful,
    Optional<String> source) {
  private static final Comparator<FieldRow> WORST_FIRST =
      Comparator.comparing(FieldRow::differs)
          .thenComparing(row -> row.difference().orElse(DifferenceClass.EQUAL));

  /** Whether a clerk has to see it before the rest. */
  public boolean differs() {
    return doubtful || difference.filter(d -> d != DifferenceClass.EQUAL).isPresent();
  }

  /** How it compares, in one word; empty for what was not compared. */
  public Optional<String> verdict() {
    boolean open = doubtful && difference.filter(FieldRow::isOpen).isEmpty();
    return open ? Optional.of("DOUBTFUL") : difference.map(DifferenceClass::name);
  }

  /** A difference that is known says more than a doubt. */
  private static boolean isOpen(DifferenceClass found) {
    return found != DifferenceClass.EQUAL && found != DifferenceClass.COSMETIC;
  }

  /** What was compared, the worst first; then the rest of the form as it was filled in. */
  static List<FieldRow> of(
      Dossier dossier, List<ComparisonView> compared, List<FindingView> findings) {
    Set<String> doubtful =
        findings.stream()
            .filter(f -> f.code().equals(FindingCode.PAPER_UNREADABLE.name()))
            .flatMap(f -> f.rule().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> done = compared.stream().map(ComparisonView::field).collect(Collectors.toSet());
    Stream<FieldRow> unproven =
        doubtful.stream().filter(field -> !done.contains(field)).map(f -> alone(dossier, f, true));
    Stream<FieldRow> first =
        Stream.concat(compared.stream().map(c -> of(c, doubtful.contains(c.field()))), unproven)
            .sorted(WORST_FIRST.reversed());
    Stream<String> filled = dossier.form().fields().keySet().stream();
    Stream<String> onPaper = new TreeSet<>(dossier.paper().keySet()).stream();
    Stream<FieldRow> rest =
        Stream.concat(filled, onPaper)
            .distinct()
            .filter(field -> !done.contains(field) && !doubtful.contains(field))
            .map(field -> alone(dossier, field, false))
            .filter(row -> !row.paper().isBlank() || !row.electronic().isBlank());
    return Stream.concat(first, rest).toList();
  }

  private static FieldRow of(ComparisonView compared, boolean doubtful) {
    return new FieldRow(
        compared.field(),
        compared.paper(),
        other(compared.normalPaper(), compared.paper()),
        compared.electronic(),
        other(compared.normalElectronic(), compared.electronic()),
        Optional.of(DifferenceClass.valueOf(compared.difference())),
        doubtful,
        compared.source());
  }

  private static FieldRow alone(Dossier dossier, String field, boolean doubtful) {
    return new FieldRow(
        field,
        Masking.text(dossier.paper().getOrDefault(field, "")),
        Optional.empty(),
        Masking.text(dossier.form().text(field).orElse("")),
        Optional.empty(),
        Optional.empty(),
        doubtful,
        Optional.empty());
  }

  private static Optional<String> other(String normal, String written) {
    return Optional.of(normal).filter(n -> !n.isBlank() && !n.equals(written));
  }
}
