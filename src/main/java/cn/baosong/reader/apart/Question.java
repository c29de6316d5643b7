package cn.baosong.reader.apart;

import cn.baosong.desk.FormCutter;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.AtOnce;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One package to read.
 *
 * @param originals paths of the stored bytes
 * @param name display name as it arrived
 * @param scan whether it is no package but one file of the mail room's scanner
 * @param skipped SHA-256 of files that ended a reader before
 * @param wanted the one file to be taken out, where it is not to be read
 * @param cut the cells to be cut out of a scan, where that is all that is wanted
 * @param most what it may cost; empty when it may take as long as it takes
 */
record Question(
    Setup setup,
    List<String> originals,
    String name,
    boolean scan,
    Set<String> skipped,
    Optional<Wanted> wanted,
    Optional<FormCutter.Order> cut,
    Optional<AtOnce> most) {
  Question {
    originals = List.copyOf(originals);
    skipped = Set.copyOf(skipped);
  }

  List<Path> paths() {
    return originals.stream().map(Path::of).toList();
  }

  /**
   * One file of the package.
   *
   * @param target where it is to lie, on the disk that the reader unpacks on
   */
  record Wanted(String sha256, String target) {}

  /**
   * What is the same for all packages of one reader.
   *
   * @param place folder of its own, emptied by whoever started it
   */
  record Setup(ArchiveLimits archive, int maxPages, String place) {}
}
