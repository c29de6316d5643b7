package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.MalwareScanner.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has each package looked through for malware before it is opened. Without a scanner nothing claims
 * to have been scanned; with one nothing is opened unscanned, however long that takes.
 */
public final class ScreeningDesk {
  private final Optional<MalwareScanner> scanner;
  private final Archive archive;
  private final Submissions submissions;
  private final Screenings screenings;
  private final SealDesk seals;
  private final Clock machineClock;
  private volatile @Nullable Trouble trouble;

  /**
   * @param scanner empty when none is configured
   * @param machineClock real time
   */
  public ScreeningDesk(
      Optional<MalwareScanner> scanner,
      Archive archive,
      Submissions submissions,
      Screenings screenings,
      SealDesk seals,
      Clock machineClock) {
    this.scanner = scanner;
    this.archive = archive;
    this.submissions = submissions;
    this.screenings = screenings;
    this.seals = seals;
    this.machineClock = machineClock;
  }

  /**
   * What came of it.
   *
   * @param passed whether its opening may go on
   */
  public record Screening(SubmissionNumber number, boolean passed, Verdict verdict) {}

  /** That the scanner does not answer, since when in real time. */
  public record Trouble(String why, Instant since) {}

  /** Scans a stored package; an infected one is sealed at once. */
  public Screening screen(SubmissionNumber number) throws IOException {
    Submission submission =
        submissions
            .find(number)
            .orElseThrow(() -> new IllegalStateException("no submission " + number));
    Digest digest = submission.first().digest();
    boolean settled =
        seals.reason(digest).isPresent() || submission.isCleared(SealReason.MALWARE_FOUND);
    if (scanner.isEmpty() || settled) {
      return new Screening(number, true, new Verdict(Verdict.Kind.UNANSWERED, ""));
    }
    Verdict verdict = verdict(scanner.get(), archive.original(digest));
    switch (verdict.kind()) {
      case CLEAN -> screenings.passed(number);
      case INFECTED -> seals.seal(digest, SealReason.MALWARE_FOUND, verdict.detail());
      case UNANSWERED -> look();
      case TOO_LARGE -> {}
    }
    boolean answered =
        verdict.kind() == Verdict.Kind.CLEAN || verdict.kind() == Verdict.Kind.INFECTED;
    return new Screening(number, answered, verdict);
  }

  /**
   * What the scanner says of bytes that are no package.
   *
   * @return empty without a scanner
   * @throws IOException when our own disk cannot be read
   */
  public Optional<Verdict> verdict(Path bytes) throws IOException {
    if (scanner.isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict = verdict(scanner.get(), bytes);
    if (verdict.kind() == Verdict.Kind.UNANSWERED) {
      look();
    }
    return Optional.of(verdict);
  }

  /** Whether the scanner, where there is one, finds nothing in it. */
  boolean passes(Path bytes) throws IOException {
    return verdict(bytes).filter(verdict -> verdict.kind() != Verdict.Kind.CLEAN).isEmpty();
  }

  /** One that is known to be down is not asked for every package anew. */
  private Verdict verdict(MalwareScanner asked, Path bytes) throws IOException {
    Trouble known = trouble;
    return known == null ? asked.scan(bytes) : new Verdict(Verdict.Kind.UNANSWERED, known.why());
  }

  /** Puts a package off that was not scanned. */
  public void await(Screening screening) {
    screenings.await(screening.number(), screening.verdict());
  }

  /** Looks whether the scanner answers; when it does again, all that wait go on. */
  public synchronized void look() {
    Optional<String> why = scanner.flatMap(MalwareScanner::trouble);
    Trouble before = trouble;
    if (why.isEmpty()) {
      trouble = null;
    } else if (before == null) {
      trouble = new Trouble(why.get(), machineClock.instant());
    }
    if (why.isEmpty() && before != null) {
      screenings.retryUnanswered();
    }
  }

  public boolean isConfigured() {
    return scanner.isPresent();
  }

  /** What the last look or scan found; empty while the scanner answers. */
  public Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  public Screenings.Waiting waiting() {
    return screenings.waiting();
  }
}
