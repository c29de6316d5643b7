package cn.baosong.reader.apart;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Opened;
import cn.baosong.desk.PackageFiles;
import cn.baosong.desk.PackageReader;
import cn.baosong.desk.ScanReader;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.pack.FrontDoor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has packages read by processes of their own. A reader that takes too long or too much is ended
 * and another asked, without the file that it was lost over; the office itself goes on.
 */
public final class ReaderPool implements PackageReader, ScanReader, PackageFiles {
  private final Readers readers;
  private final ReaderLimits limits;
  private final ArchiveLimits archive;
  private final int maxPages;

  /**
   * @param maxPages pages of a PDF beyond which counting stops
   */
  public ReaderPool(Readers readers, ReaderLimits limits, ArchiveLimits archive, int maxPages) {
    this.readers = readers;
    this.limits = limits;
    this.archive = archive;
    this.maxPages = maxPages;
  }

  @Override
  public Opened open(List<Path> originals, String name, Runnable stillReading) throws IOException {
    return read(
        new ReaderProcess.Package(archive, maxPages, originals, name, false, Optional.empty()),
        stillReading);
  }

  /** A reader that was lost over it is replaced, and what it was at is told by the next one. */
  @Override
  public Optional<Opened> openAtOnce(List<Path> originals, String name, Runnable stillReading)
      throws IOException {
    ReaderProcess.Package asked =
        new ReaderProcess.Package(archive, maxPages, originals, name, Optional.empty())
            .first(limits);
    Ending ending = once(asked, stillReading);
    return ending instanceof Ending.Read read ? Optional.of(read.opened()) : Optional.empty();
  }

  @Override
  public Opened scan(Path original, String name) throws IOException {
    return read(
        new ReaderProcess.Package(
            archive, maxPages, List.of(original), name, true, Optional.empty()),
        () -> {});
  }

  private Opened read(ReaderProcess.Package asked, Runnable stillReading) throws IOException {
    try (Heart heart = new Heart(stillReading);
        Readers.Loan loan = readers.borrow(heart);
        Patience patience = new Patience(limits, heart)) {
      return read(asked, loan, patience);
    } catch (InterruptedException ending) {
      // not passed on: the failure is stored next, and an interrupt closes the file of H2
      throw new InterruptedIOException("the office ends");
    }
  }

  @Override
  public Optional<Path> take(List<Path> originals, String name, Digest wanted) throws IOException {
    Path target = readers.target();
    ReaderProcess.Package asked =
        new ReaderProcess.Package(
            archive,
            maxPages,
            originals,
            name,
            Optional.of(new Question.Wanted(wanted.hex(), target.toString())));
    once(asked, () -> {});
    return Optional.of(target).filter(Files::isRegularFile);
  }

  private Ending once(ReaderProcess.Package asked, Runnable stillReading) throws IOException {
    try (Heart heart = new Heart(stillReading);
        Readers.Loan loan = readers.borrow(heart);
        Patience patience = new Patience(limits, heart)) {
      Ending ending = loan.ask(asked, Set.of(), patience);
      if (ending instanceof Ending.Failed failed) {
        throw new IOException(failed.reason());
      }
      return ending;
    } catch (InterruptedException ending) {
      throw new InterruptedIOException("the office ends");
    }
  }

  private static Opened read(ReaderProcess.Package asked, Readers.Loan loan, Patience patience)
      throws IOException, InterruptedException {
    Losses losses = new Losses();
    while (!losses.areTooMany() && !patience.isWholeOver()) {
      Ending ending = loan.ask(asked, losses.skipped(), patience);
      if (ending instanceof Ending.Read read) {
        return read.opened();
      }
      if (ending instanceof Ending.Failed failed) {
        throw new IOException(failed.reason());
      }
      if (ending instanceof Ending.Lost lost) {
        losses.add(lost);
      }
    }
    return FrontDoor.beyondLimits(asked.name());
  }
}
