package cn.baosong.reader.pack;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Opened;
import cn.baosong.desk.PackageReader;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.OpenedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Opens a stored package by either front door (contract.md, section 4): a strict one is known by
 * its {@code package.json}, a hand-made one by its 报送清单. What is unpacked is deleted again; the
 * original stays in the archive.
 */
public final class FrontDoor implements PackageReader {
  private final ArchiveOpener opener;
  private final Path work;
  private final StrictDoor strict;
  private final HandMadeDoor handMade;

  /**
   * @param work folder for unpacking, on a disk of our own
   * @param maxPages pages of a PDF beyond which counting stops
   */
  public FrontDoor(ArchiveOpener opener, Path work, int maxPages) {
    this.opener = opener;
    this.work = work;
    Papers papers = new Papers(maxPages);
    this.strict = new StrictDoor(papers);
    this.handMade = new HandMadeDoor(papers);
  }

  @Override
  public Opened open(Path original, String name) throws IOException {
    Files.createDirectories(work);
    Path directory = Files.createTempDirectory(work, "open-");
    try {
      OpenedArchive archive = opener.open(original, name, directory);
      if (archive.stoppedBy().isPresent()) {
        return Refusals.of(archive.stoppedBy().get());
      }
      Opened opened =
          StrictDoor.fits(archive) ? strict.read(archive) : handMade.read(archive, name);
      return opened
          .with(Refusals.remarks(archive))
          .withContent(archive.contentDigest().map(Digest::new));
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
