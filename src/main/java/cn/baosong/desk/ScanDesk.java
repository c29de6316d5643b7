package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.SeenMark;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes in what the mail room scanned: archives it, reads the codes of printed forms off it, and
 * has the units judged again whose dossiers they name. What names none waits for its dossier, or
 * for a person.
 */
public final class ScanDesk {
  private static final int AT_ONCE = 100;
  private static final int ID = 32;

  private final Archive archive;
  private final ScanReader reader;
  private final Scans scans;
  private final SealDesk seals;
  private final ScreeningDesk screening;
  private final CaseLock lock;
  private final Clock clock;

  public ScanDesk(
      Archive archive,
      ScanReader reader,
      Scans scans,
      SealDesk seals,
      ScreeningDesk screening,
      CaseLock lock,
      Clock clock) {
    this.archive = archive;
    this.reader = reader;
    this.scans = scans;
    this.seals = seals;
    this.screening = screening;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Takes in one scan; the same bytes change nothing the second time.
   *
   * @param name display name as it lay in the folder
   * @throws IOException when it could not be stored, or the malware scanner did not answer; nothing
   *     is registered then and the folder keeps it
   */
  public void take(String name, InputStream bytes) throws IOException {
    Archive.Stored stored = archive.keep(bytes);
    Document plain = new Document(name, stored.bytes(), stored.digest(), Optional.empty());
    if (isMarked(name)) {
      seal(plain);
      return;
    }
    if (!isSound(plain)) {
      keepEvidence(plain);
      register(plain);
      return;
    }
    Opened read = reader.scan(archive.original(stored.digest()), name);
    if (read.outcome() == Opened.Outcome.CLASSIFIED) {
      seal(plain);
      return;
    }
    keepEvidence(plain);
    register(read.documents().stream().findFirst().orElse(plain));
    match();
  }

  /** Whether it may be opened: what is infected is sealed, what is too large is a person's. */
  private boolean isSound(Document scan) throws IOException {
    if (seals.reason(scan.digest()).isPresent()) {
      return false;
    }
    Optional<MalwareScanner.Verdict> verdict = screening.verdict(archive.original(scan.digest()));
    if (verdict.isEmpty()) {
      return true;
    }
    return switch (verdict.get().kind()) {
      case CLEAN -> true;
      case TOO_LARGE -> false;
      case INFECTED -> {
        seals.seal(scan.digest(), SealReason.MALWARE_FOUND, verdict.get().detail());
        yield false;
      }
      case UNANSWERED -> throw new IOException("the malware scanner does not answer");
    };
  }

  /** Archives what lies beside scans, as it is. */
  Document keep(String name, Path bytes) throws IOException {
    try (InputStream whole = Files.newInputStream(bytes)) {
      Archive.Stored stored = archive.keep(whole);
      Document file = new Document(name, stored.bytes(), stored.digest(), Optional.empty());
      keepEvidence(file);
      return file;
    }
  }

  /** Has it wait for a person, who is told what is wrong with it. */
  void hold(Document file, String why) {
    Scan scan = scan(file, List.of(), false).read(PaperReading.keyIn(why));
    if (scans.find(scan.id()).flatMap(Scan::reading).equals(scan.reading())) {
      return;
    }
    scans.save(scan, Act.byMachine(Act.Kind.PAPER_SCANNED));
  }

  /** Ends the wait of what was refused before and is registered now. */
  void settled(Document file) {
    scans
        .find(scan(file, List.of(), false).id())
        .filter(scan -> scan.ended().isEmpty())
        .ifPresent(scan -> end(scan, "已登记", Act.MACHINE));
  }

  /**
   * Says whose form a scan shows that names nobody, or that nobody was found by.
   *
   * @throws Refusal when it waits no more
   */
  public Scan assign(String id, Dossier dossier, String by) {
    return lock.holding(
        dossier.call(),
        dossier.unit(),
        () -> {
          Scan scan = waiting(id).of(dossier);
          Scan matched = scan.read(PaperReading.WAITING);
          scans.save(matched, new Act(Act.Kind.PAPER_MATCHED, by, dossier.number().value()));
          lock.assessAgain(dossier.call(), dossier.unit());
          return matched;
        });
  }

  /**
   * Settles a scan that belongs to no dossier.
   *
   * @throws Refusal when it waits no more, or no reason is given
   */
  public Scan end(String id, String reason, String by) {
    if (reason.isBlank()) {
      throw Refusal.invalid("reason", "请写明理由。", "State the reason.");
    }
    return end(waiting(id), reason.strip(), by);
  }

  private Scan end(Scan scan, String reason, String by) {
    Scan ended = scan.ended(new Scan.Ended(clock.instant(), by, reason));
    scans.save(ended, new Act(Act.Kind.PAPER_SETTLED, by, reason));
    return ended;
  }

  private Scan waiting(String id) {
    Scan scan =
        scans
            .find(id)
            .orElseThrow(() -> Refusal.notFound("", "没有这份扫描件。", "There is no such scan."));
    if (scan.unit().isPresent() || scan.ended().isPresent()) {
      throw Refusal.conflict("", "这份扫描件已经对上或办结。", "This scan is matched or settled.");
    }
    return scan;
  }

  private static boolean isMarked(String name) {
    return name.equals(Receipt.NAME_WITHHELD)
        || ClassifiedMarking.in(name) == ClassifiedMarking.MARKED;
  }

  /** No further copy is made, and not even the name is told. */
  private void seal(Document scan) throws IOException {
    seals.seal(scan.digest(), SealReason.CLASSIFIED_MARKING, "");
    Document unnamed =
        new Document(Receipt.NAME_WITHHELD, scan.bytes(), scan.digest(), Optional.empty());
    keepEvidence(unnamed);
    register(unnamed);
  }

  /** With it the name of the bytes is on disk for certain; as evidence of time nobody uses it. */
  private void keepEvidence(Document scan) throws IOException {
    Instant now = clock.instant();
    archive.keepEvidence(
        new Receipt(
            "scan-" + scan.digest().hex().substring(0, ID),
            Channel.FOLDER,
            "paper/" + scan.digest().hex(),
            scan.path(),
            scan.digest(),
            scan.bytes(),
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(Interval.at(now), "收发室扫描件入库", TrustClass.B),
            now));
  }

  private void register(Document file) {
    Map<String, List<SeenMark>> forms =
        file.marks().stream()
            .collect(Collectors.groupingBy(s -> form(s.mark()), TreeMap::new, Collectors.toList()));
    if (forms.isEmpty()) {
      enter(scan(file, List.of(), false));
    }
    forms.values().forEach(marks -> enter(scan(file, marks, forms.size() == 1)));
  }

  private static String form(PageMark mark) {
    return mark.call() + " " + mark.reference();
  }

  /** Of several forms in one file nobody knows which text is whose. */
  private Scan scan(Document file, List<SeenMark> marks, boolean alone) {
    Optional<PageMark> first = marks.stream().findFirst().map(SeenMark::mark);
    Optional<CallId> call = first.map(PageMark::call);
    String reference = first.map(PageMark::reference).orElse("");
    return new Scan(
        file.digest().hex().substring(0, ID) + "-" + reference,
        new Document(
            file.path(),
            file.bytes(),
            file.digest(),
            file.pages(),
            file.text().filter(t -> alone),
            marks),
        call,
        reference,
        Optional.empty(),
        clock.instant());
  }

  private void enter(Scan scan) {
    if (scans.find(scan.id()).isEmpty()) {
      scans.save(scan, Act.byMachine(Act.Kind.PAPER_SCANNED));
    }
  }

  /** Finds the dossiers of scans that wait, and has their units judged again. */
  public void match() {
    List<Scan> found = scans.matching(AT_ONCE);
    for (Scan scan : found) {
      lock.holding(
          scan.call().orElseThrow(),
          scan.unit().orElseThrow(),
          () -> {
            scans.save(scan.read(PaperReading.WAITING), Act.byMachine(Act.Kind.PAPER_MATCHED));
            lock.assessAgain(scan.call().orElseThrow(), scan.unit().orElseThrow());
            return scan;
          });
    }
  }
}
