package cn.baosong.core.check;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.SeenMark;
import cn.baosong.core.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the codes on a candidate's printed form say of the data that it was printed from. They prove
 * where the paper came from, not that nobody wrote on it since.
 *
 * @param marks of the pages that were seen
 * @param now the fingerprint of the electronic form
 * @param place the files; empty when no code was seen
 */
record FormCodes(List<PageMark> marks, Fingerprint now, String place) {

  /** The office's own scans stand above what the unit enclosed, the latest above all. */
  static FormCodes of(Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Fingerprint now = Fingerprint.of(facts.call(), dossier.form(), differences);
    return scanned(dossier, facts, now).orElseGet(() -> enclosed(dossier, facts, now));
  }

  /** The latest scan that shows any page, with what else came of the same printing. */
  private static Optional<FormCodes> scanned(Dossier dossier, UnitCase facts, Fingerprint now) {
    List<Document> own = scansOf(dossier, facts).toList();
    return own.stream()
        .flatMap(file -> marks(file).stream())
        .findFirst()
        .map(PageMark::digest)
        .map(
            printing ->
                of(
                    own.stream()
                        .filter(f -> marks(f).stream().anyMatch(m -> m.digest().equals(printing)))
                        .toList(),
                    m -> m.digest().equals(printing),
                    now));
  }

  /** The mail room's scans of a candidate's form, the latest first. */
  static Stream<Document> scansOf(Dossier dossier, UnitCase facts) {
    return ScansOf.showing(dossier, facts.dossiers(), facts.scans()).stream().map(Scan::file);
  }

  private static FormCodes enclosed(Dossier dossier, UnitCase facts, Fingerprint now) {
    return of(
        enclosed(dossier, facts),
        m ->
            m.call().equals(dossier.call())
                && (dossier.documents().stream().anyMatch(d -> marks(d).contains(m))
                    || ScansOf.isOf(m.reference(), dossier, facts.dossiers())),
        now);
  }

  private static FormCodes of(List<Document> files, Predicate<PageMark> wanted, Fingerprint now) {
    List<PageMark> marks = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (Document file : files) {
      List<PageMark> own = marks(file).stream().filter(wanted).toList();
      if (!own.isEmpty()) {
        marks.addAll(own);
        places.add(file.path());
      }
    }
    return new FormCodes(
        List.copyOf(marks), now, places.isEmpty() ? "" : String.join("、", places) + " 二维码");
  }

  private static List<PageMark> marks(Document file) {
    return file.marks().stream().map(SeenMark::mark).toList();
  }

  /** Where a parcel is the paper, a file beside it is not. */
  private static List<Document> enclosed(Dossier dossier, UnitCase facts) {
    if (facts.call().paper().mode() != Mode.SCAN) {
      return List.of();
    }
    List<Document> shared =
        Optional.ofNullable(facts.submissions().get(dossier.submission()))
            .map(Submission::documents)
            .orElse(List.of());
    return Stream.concat(dossier.documents().stream(), shared.stream())
        .filter(document -> !document.marks().isEmpty())
        .toList();
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Whether every page that was seen was printed from the very data that were delivered. */
  boolean isSameData() {
    return !marks.isEmpty() && marks.stream().allMatch(m -> m.digest().equals(now.digest()));
  }

  /** Whether a field was printed as the electronic form has it; empty when that is not known. */
  Optional<Boolean> agrees(ComparedField field, String electronic, FieldDifferences differences) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    String mark = Fingerprint.mark(field, electronic, differences);
    return Optional.of(
        marks.stream().allMatch(m -> m.digest().equals(now.digest()) || m.fields().contains(mark)));
  }

  /** Pages that no scan shows, of each printing, such as 第2页（共3页）; empty when all were seen. */
  String missing() {
    Map<String, List<PageMark>> printings = new HashMap<>();
    marks.forEach(
        m -> printings.computeIfAbsent(m.reference() + m.digest(), k -> new ArrayList<>()).add(m));
    return printings.values().stream()
        .map(FormCodes::missing)
        .filter(words -> !words.isEmpty())
        .sorted()
        .collect(Collectors.joining("；"));
  }

  private static String missing(List<PageMark> printing) {
    int pages = printing.stream().mapToInt(PageMark::pages).max().orElse(0);
    TreeSet<Integer> left = new TreeSet<>();
    IntStream.rangeClosed(1, pages).forEach(left::add);
    printing.forEach(m -> left.remove(m.page()));
    return left.isEmpty()
        ? ""
        : left.stream().map(String::valueOf).collect(Collectors.joining("、", "第", "页"))
            + "（共"
            + pages
            + "页）";
  }
}
