package cn.baosong.reader.bag;

import cn.baosong.reader.archive.OpenedArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** BagIt as this office uses it: SHA-256 or SHA-512, complete in itself, nothing to fetch. */
public final class Bags {
  private Bags() {}

  /** Whether an opened package calls itself a bag; its top folder has been taken off already. */
  public static boolean isBag(OpenedArchive archive) {
    return archive.entry("bagit.txt").isPresent();
  }

  /**
   * Checks a bag against its manifests.
   *
   * @throws IOException when our own disk fails
   */
  public static BagCheck check(OpenedArchive archive) throws IOException {
    return check(archive, () -> {});
  }

  /**
   * The same, for who wants to know that it goes on.
   *
   * @param eachFile told before a file is digested
   */
  public static BagCheck check(OpenedArchive archive, Runnable eachFile) throws IOException {
    return new BagValidator(archive, eachFile).check();
  }

  /**
   * Packs a folder that holds {@code package.json} and {@code dossiers/} into a zipped bag. The
   * same folder, labels and day give the same bytes.
   *
   * @param info labels of bag-info.txt in order (Source-Organization, External-Identifier,
   *     Contact-…)
   * @param clock whose date, in its zone, becomes Bagging-Date
   * @throws IOException when a file cannot be read, is a link, or changes while it is packed
   */
  public static void pack(Path directory, Path zip, Map<String, String> info, Clock clock)
      throws IOException {
    new BagWriter(PackedFolder.files(directory, zip), zip, info, LocalDate.now(clock)).write();
  }
}
