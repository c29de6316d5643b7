package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers a whole case for its department: record, decisions, letters and original files. What
 * names people of other departments too stays behind, and is counted.
 */
public final class CaseDesk {
  private final Books books;
  private final Archive archive;
  private final LetterFiles files;
  private final CaseBag bag;
  private final Clock clock;
  private final ZoneId zone;

  /** The records of a case. */
  public record Books(Dossiers dossiers, Submissions submissions, Letters letters) {}

  public CaseDesk(
      Books books, Archive archive, LetterFiles files, CaseBag bag, Clock clock, ZoneId zone) {
    this.books = books;
    this.archive = archive;
    this.files = files;
    this.bag = bag;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Packs the case into a zipped bag.
   *
   * @throws Refusal when there is no such dossier
   */
  public void pack(DossierNumber number, Path zip) throws IOException {
    pack(whole(number), zip);
  }

  /** Packs what has been gathered. */
  public void pack(WholeCase file, Path zip) throws IOException {
    bag.pack(file, zip);
  }

  /**
   * What belongs to the dossier as it stands: equal as long as nothing of it changes.
   *
   * @throws Refusal when there is no such dossier
   */
  public WholeCase whole(DossierNumber number) {
    return gather(books.dossiers().find(number).orElseThrow(() -> RulingChecks.noDossier(number)));
  }

  private WholeCase gather(Dossier dossier) {
    Submission delivery = books.submissions().find(dossier.submission()).orElseThrow();
    Receipt received = delivery.first();
    Set<DossierNumber> ours = ours(dossier);
    boolean whole = isWhole(dossier, ours);
    List<Letter> letters =
        books.letters().of(delivery.number()).stream().filter(l -> concerns(l, dossier)).toList();
    List<Letter> may = letters.stream().filter(l -> mayGo(l, ours, whole)).toList();
    List<Document> documents = new ArrayList<>(dossier.documents());
    if (whole) {
      documents.addAll(delivery.documents());
    }
    List<Decision> decisions = books.dossiers().history(dossier.number());
    return new WholeCase(
        dossier,
        received,
        decisions,
        may.stream().flatMap(this::printed).toList(),
        documents,
        letters.size() - may.size() + (whole ? 0 : delivery.documents().size()),
        delivery.originals().stream().map(archive::original).toList(),
        day(decisions));
  }

  /** The unit's dossiers that are the same department's. */
  private Set<DossierNumber> ours(Dossier dossier) {
    return books.dossiers().ofUnit(dossier.call(), dossier.unit()).stream()
        .filter(d -> d.department().equals(dossier.department()))
        .map(Dossier::number)
        .collect(Collectors.toSet());
  }

  private boolean isWhole(Dossier dossier, Set<DossierNumber> ours) {
    return books.dossiers().ofUnit(dossier.call(), dossier.unit()).stream()
        .filter(d -> d.submission().equals(dossier.submission()))
        .allMatch(d -> ours.contains(d.number()));
  }

  private static boolean concerns(Letter letter, Dossier dossier) {
    return letter.dossiers().isEmpty() || letter.dossiers().contains(dossier.number());
  }

  private static boolean mayGo(Letter letter, Set<DossierNumber> ours, boolean whole) {
    return letter.dossiers().isEmpty() ? whole : ours.containsAll(letter.dossiers());
  }

  private Stream<Path> printed(Letter letter) {
    return Stream.of("pdf", "json")
        .map(suffix -> files.find(letter, suffix))
        .flatMap(Optional::stream);
  }

  private LocalDate day(List<Decision> decisions) {
    return (decisions.isEmpty() ? clock.instant() : decisions.get(decisions.size() - 1).asOf())
        .atZone(zone)
        .toLocalDate();
  }
}
