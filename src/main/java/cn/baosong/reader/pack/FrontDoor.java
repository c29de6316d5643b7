package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.AtOnce;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.mail.MailContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * Opens a stored package by either front door (contract.md, section 4): a strict one is known by
 * its {@code package.json}, a hand-made one by its 报送清单. What is unpacked is deleted again; the
 * original stays in the archive. One that bears a mark of state secrecy is told by its outcome
 * alone.
 */
public final class FrontDoor {
  private final ArchiveOpener opener;
  private final Path work;
  private final int maxPages;
  private final StrictDoor strict = new StrictDoor();
  private final HandMadeDoor handMade = new HandMadeDoor();

  /**
   * @param work folder for unpacking, on a disk of our own
   * @param maxPages pages of a PDF beyond which counting stops
   */
  public FrontDoor(ArchiveOpener opener, Path work, int maxPages) {
    this.opener = opener;
    this.work = work;
    this.maxPages = maxPages;
  }

  /**
   * Opens a package; whatever is wrong with it is told as a value.
   *
   * @param original stored bytes
   * @param name display name as it arrived
   * @throws IOException when our own disk fails
   */
  public Opened open(Path original, String name) throws IOException {
    return open(original, name, ReadingWatch.NONE);
  }

  /** The same, while somebody stands by. */
  public Opened open(Path original, String name, ReadingWatch watch) throws IOException {
    return open(List.of(original), name, watch);
  }

  /** The same for several mails or files that make up one package. */
  public Opened open(List<Path> originals, String name, ReadingWatch watch) throws IOException {
    return unpacked(
        directory ->
            opened(opener.open(originals, name, directory), name, watch, originals.size() > 1));
  }

  /**
   * The same for what does not cost much.
   *
   * @return empty when it would
   */
  public Optional<Opened> openAtOnce(
      List<Path> originals, String name, ReadingWatch watch, AtOnce most) throws IOException {
    return unpacked(
        directory -> {
          Optional<OpenedArchive> archive = opener.openAtOnce(originals, name, directory, most);
          return archive.isPresent()
              ? Optional.of(opened(archive.get(), name, watch, originals.size() > 1))
              : Optional.empty();
        });
  }

  /** What is done with the files of a package. */
  private interface Reading<T> {
    T in(Path directory) throws IOException;
  }

  private <T> T unpacked(Reading<T> reading) throws IOException {
    Files.createDirectories(work);
    Path directory = Files.createTempDirectory(work, "open-");
    try {
      return reading.in(directory);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private Opened opened(OpenedArchive archive, String name, ReadingWatch watch, boolean several)
      throws IOException {
    if (MarkedFiles.isNamedSo(archive, name)) {
      return Opened.closed(Opened.Outcome.CLASSIFIED);
    }
    return archive.mail().isPresent()
        ? read(archive, name, archive.mail().get(), watch)
        : read(archive, name, watch, several);
  }

  private Opened read(OpenedArchive archive, String name, MailContent content, ReadingWatch watch)
      throws IOException {
    MailTold told = new MailTold(content);
    if (told.marking() == ClassifiedMarking.MARKED) {
      return Opened.closed(Opened.Outcome.CLASSIFIED);
    }
    boolean bare = archive.entries().isEmpty() && archive.stoppedBy().isEmpty();
    Opened opened =
        bare ? told.withoutFiles() : read(archive, name, watch, false).with(told.defects());
    return opened.outcome() == Opened.Outcome.CLASSIFIED
        ? opened
        : SoundText.of(opened).in(content.mail());
  }

  private Opened read(OpenedArchive archive, String name, ReadingWatch watch, boolean several)
      throws IOException {
    if (archive.stoppedBy().isPresent()) {
      return Refusals.notOpened(archive);
    }
    watch.goesOn();
    Papers papers = new Papers(maxPages, watch);
    MarkedFiles marked = MarkedFiles.search(archive, name, papers);
    if (marked.isCertain()) {
      return Opened.closed(Opened.Outcome.CLASSIFIED);
    }
    PartsDoor.Door door =
        files ->
            StrictDoor.fits(files)
                ? strict.read(files, papers)
                : handMade.read(files, name, papers);
    Opened opened = several ? new PartsDoor(door).read(archive) : door.read(archive);
    return SoundText.of(opened.with(marked.told()).with(Refusals.remarks(archive)))
        .withContent(archive.contentDigest().map(Digest::new));
  }

  /**
   * Reads one file of the mail room's scanner, as the only document of what is told.
   *
   * @throws IOException when our own disk fails
   */
  public Opened openScan(Path original, String name, ReadingWatch watch) throws IOException {
    Entry file = Entry.whole(original, name);
    OpenedArchive alone =
        new OpenedArchive(
            List.of(file),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(file.sha256()),
            Optional.empty());
    watch.goesOn();
    Papers papers = Papers.ofScan(maxPages, watch);
    if (MarkedFiles.search(alone, name, papers).isCertain()) {
      return Opened.closed(Opened.Outcome.CLASSIFIED);
    }
    Papers.Described read = papers.describe(alone.entries());
    return SoundText.of(
        new Opened(
            Opened.Outcome.READ,
            Stated.NOTHING,
            FormData.EMPTY,
            read.documents(),
            List.of(),
            read.defects(),
            Optional.empty()));
  }

  /** A package that no reader came to the end of: a person looks at it, its time kept. */
  public static Opened beyondLimits(String name) {
    return Refusals.beyondLimits(name);
  }
}
