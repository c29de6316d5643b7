package cn.baosong.reader.apart;

import cn.baosong.desk.FormCutter;
import cn.baosong.reader.archive.ArchiveLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has cells cut out of scans by a process of its own, so that pictures beyond measure end that and
 * neither the office nor the readers of packages.
 */
public final class ScanCutter implements FormCutter, AutoCloseable {
  private final Readers readers;
  private final ReaderLimits limits;

  /**
   * @param readers that nobody else uses
   */
  public ScanCutter(Readers readers, ReaderLimits limits) {
    this.readers = readers;
    this.limits = limits;
  }

  @Override
  public Cuts cut(Order order) throws IOException {
    ReaderProcess.Package asked =
        new ReaderProcess.Package(
            new ArchiveLimits(1, 1, 1, 1, 1),
            1,
            List.of(),
            order.file().getFileName().toString(),
            true,
            Optional.empty(),
            Optional.of(order),
            Optional.empty());
    try (Heart heart = new Heart(() -> {});
        Readers.Loan loan = readers.borrow(heart);
        Patience patience = new Patience(limits, heart)) {
      Ending ending = loan.ask(asked, Set.of(), patience);
      if (ending instanceof Ending.Cut cut) {
        return cut.cuts();
      }
      throw new IOException(
          ending instanceof Ending.Failed failed
              ? failed.reason()
              : "a reader was lost: " + ending);
    } catch (InterruptedException ending) {
      throw new InterruptedIOException("the office ends");
    }
  }

  @Override
  public void close() throws InterruptedException {
    readers.close();
  }
}
