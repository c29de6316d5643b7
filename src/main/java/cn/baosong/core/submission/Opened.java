package cn.baosong.core.submission;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package as the reader found it: one inner model behind both front doors (contract.md, section
 * 4).
 *
 * @param outcome whether it could be opened at all
 * @param report unit-level form data
 * @param documents unit-level files
 * @param entries one a candidate, in the order of the list
 * @param mail the message that it came in, if it was one
 */
public record Opened(
    Outcome outcome,
    Stated stated,
    FormData report,
    List<Document> documents,
    List<Entry> entries,
    List<Defect> defects,
    Optional<Digest> content,
    Optional<Mail> mail) {
  public Opened {
    documents = List.copyOf(documents);
    entries = List.copyOf(entries);
    defects = List.copyOf(defects);
  }

  /** A package that came in no mail. */
  public Opened(
      Outcome outcome,
      Stated stated,
      FormData report,
      List<Document> documents,
      List<Entry> entries,
      List<Defect> defects,
      Optional<Digest> content) {
    this(outcome, stated, report, documents, entries, defects, content, Optional.empty());
  }

  /** A package of which nothing is told but how its opening ended. */
  public static Opened closed(Outcome outcome, Defect... told) {
    return new Opened(
        outcome,
        Stated.NOTHING,
        FormData.EMPTY,
        List.of(),
        List.of(),
        List.of(told),
        Optional.empty());
  }

  /** What may be a mark of state secrecy: a person has to look first (domain.md 7.3). */
  public List<Defect> doubts() {
    return defects.stream().filter(SealReason.CLASSIFIED_MARKING::isToldBy).toList();
  }

  /** The same with its doubts settled. */
  public Opened withoutDoubts() {
    List<Defect> rest = new ArrayList<>(defects);
    rest.removeAll(doubts());
    return new Opened(outcome, stated, report, documents, entries, rest, content, mail);
  }

  /** The same with more to tell. */
  public Opened with(List<Defect> more) {
    List<Defect> all = new ArrayList<>(defects);
    all.addAll(more);
    return new Opened(outcome, stated, report, documents, entries, all, content, mail);
  }

  /** The same with the digest of its content. */
  public Opened withContent(Optional<Digest> digest) {
    return new Opened(outcome, stated, report, documents, entries, defects, digest, mail);
  }

  /** The same with the message that it came in. */
  public Opened in(Mail message) {
    return new Opened(
        outcome, stated, report, documents, entries, defects, content, Optional.of(message));
  }

  /** The same with the message of another. */
  public Opened inMailOf(Opened other) {
    return other.mail.map(this::in).orElse(this);
  }

  /** The same, its files in a folder. */
  public Opened inFolder(String folder) {
    return new Opened(
        outcome,
        stated,
        report,
        Document.in(folder, documents),
        entries.stream().map(entry -> entry.inFolder(folder)).toList(),
        defects,
        content,
        mail);
  }

  /** With another part of the same package; its candidates come after those of this one. */
  public Opened and(Opened next) {
    List<Entry> all = new ArrayList<>(entries);
    boolean goesOn =
        next.entries.stream().noneMatch(n -> entries.stream().anyMatch(e -> e.rank() == n.rank()));
    int last = goesOn ? 0 : entries.stream().mapToInt(Entry::rank).max().orElse(0);
    next.entries.forEach(entry -> all.add(entry.ranked(last + entry.rank())));
    Map<String, Value> facts = new LinkedHashMap<>(next.report.fields());
    facts.putAll(report.fields());
    List<Document> files = new ArrayList<>(documents);
    files.addAll(next.documents);
    return new Opened(
            outcome,
            stated.or(next.stated),
            new FormData(facts),
            files,
            all,
            defects,
            content,
            mail)
        .with(next.defects);
  }

  /** How the opening ended. */
  public enum Outcome {
    READ,
    /** A mail that encloses nothing: a person reads it. */
    LETTER,
    /**
     * Encrypted, too large, broken, or no list in it: the unit is asked to send again, its time
     * kept.
     */
    UNREADABLE,
    /** Escape, link, bomb, overlap: nothing more of it is opened. */
    UNSAFE,
    /** It bears a mark of state secrecy: nothing of it is told, not even a name. */
    CLASSIFIED,
    /** The malware scanner found something: it was not opened. */
    INFECTED
  }

  /**
   * One candidate.
   *
   * @param form typed form data of a {@code dossier.json}; absent for a list row
   * @param cells text cells of a list row, typed later by the call's form; absent for a {@code
   *     dossier.json}
   * @param paper fields as they stand on the signed paper, by the unit's own statement
   * @param parcel what the unit states of posting
   * @param place where it stands, such as 报送清单.xlsx 第 7 行
   */
  public record Entry(
      int rank,
      Optional<String> category,
      Optional<FormData> form,
      Map<String, String> cells,
      Map<String, String> paper,
      Optional<StatedParcel> parcel,
      List<Document> documents,
      List<Defect> defects,
      String place) {
    public Entry {
      documents = List.copyOf(documents);
      defects = List.copyOf(defects);
    }

    Entry inFolder(String folder) {
      return new Entry(
          rank,
          category,
          form,
          cells,
          paper,
          parcel,
          Document.in(folder, documents),
          defects,
          folder + place);
    }

    Entry ranked(int as) {
      return new Entry(as, category, form, cells, paper, parcel, documents, defects, place);
    }
  }
}
