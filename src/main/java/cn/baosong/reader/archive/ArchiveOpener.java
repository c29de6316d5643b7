package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.archive.Defect.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens one delivered blob: a zip (also zip64), a tar, a tar under gzip, bzip2, xz or Zstandard, a
 * mail, or a single file. Content is streamed; memory does not grow with the package.
 */
public final class ArchiveOpener {
  private final ArchiveLimits limits;

  public ArchiveOpener(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks every payload file into a directory, under the names {@code 000001} and so on.
   *
   * @param blob a regular file, read only
   * @param displayName the name it came with; used for words, and for the path of a single file
   * @param directory an empty directory of the caller's, who also deletes it
   * @return what was read and everything found wrong; never an exception for what the sender did
   * @throws IOException when our own disk fails
   */
  public OpenedArchive open(Path blob, String displayName, Path directory) throws IOException {
    return open(List.of(blob), displayName, directory);
  }

  /** The same for several mails, or several files, that make up one package, or for one blob. */
  public OpenedArchive open(List<Path> blobs, String displayName, Path directory)
      throws IOException {
    String name = EntryPath.harmless(displayName);
    return open(blobs, name, directory, budget(blobs, name, Optional.empty()));
  }

  /**
   * The same for what does not cost much.
   *
   * @return empty, with the directory as good as empty, when it would
   */
  public Optional<OpenedArchive> openAtOnce(
      List<Path> blobs, String displayName, Path directory, AtOnce most) throws IOException {
    String name = EntryPath.harmless(displayName);
    Budget budget = budget(blobs, name, Optional.of(most));
    OpenedArchive opened = open(blobs, name, directory, budget);
    return budget.isCostly() ? Optional.empty() : Optional.of(opened);
  }

  private Budget budget(List<Path> blobs, String name, Optional<AtOnce> most) throws IOException {
    try {
      return new Budget(limits, name, sizeOf(blobs), most);
    } catch (DiskFailure ours) {
      throw ours.getCause();
    }
  }

  private static OpenedArchive open(List<Path> blobs, String name, Path directory, Budget budget)
      throws IOException {
    Defects defects = new Defects(name);
    try {
      Workspace workspace = new Workspace(directory, budget);
      Unpacking unpacking = new Unpacking(budget, workspace, defects);
      try {
        return open(blobs, name, unpacking);
      } catch (Refusal refusal) {
        workspace.dropSince(0);
        defects.add(refusal.defect());
        return opened(List.of(), unpacking, Optional.empty());
      }
    } catch (DiskFailure ours) {
      throw ours.getCause();
    }
  }

  private static OpenedArchive open(List<Path> blobs, String name, Unpacking unpacking)
      throws Refusal {
    Containers containers = new Containers(unpacking);
    if (containers.isMail(blobs.get(0), name)) {
      return opened(containers.openMails(blobs, name), unpacking, Optional.empty());
    }
    return blobs.size() > 1
        ? parts(blobs, name, unpacking, containers)
        : file(blobs.get(0), name, unpacking, containers);
  }

  private static OpenedArchive file(
      Path blob, String name, Unpacking unpacking, Containers containers) throws Refusal {
    List<Found> found = containers.unpack(blob, name);
    Optional<String> top = Found.commonTop(found);
    List<Found> payload = top.isPresent() ? Found.withoutTop(found) : found;
    List<Found> whole = new NestedArchives(unpacking).expand(payload);
    if (whole.isEmpty()) {
      unpacking.defects.add(
          Defects.of(
              Kind.BROKEN,
              Reach.PACKAGE,
              name,
              "内没有可读的文件，请放入材料后重新报送",
              "holds no readable file; put the papers in and send it again"));
    }
    return opened(whole, unpacking, top);
  }

  /** Each in a folder of its own, by its number; see {@link OpenedArchive#parts()}. */
  private static OpenedArchive parts(
      List<Path> blobs, String name, Unpacking unpacking, Containers containers) throws Refusal {
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < blobs.size(); i++) {
      List<Entry> part = file(blobs.get(i), name, unpacking, containers).entries();
      String folder = i + 1 + "/";
      part.forEach(entry -> all.add(entry.at(folder + entry.path())));
    }
    return opened(unpacking, all, Optional.empty());
  }

  private static OpenedArchive opened(
      List<Found> whole, Unpacking unpacking, Optional<String> top) {
    return opened(unpacking, new DistinctPaths(unpacking.defects).entries(whole), top);
  }

  private static OpenedArchive opened(
      Unpacking unpacking, List<Entry> entries, Optional<String> top) {
    Optional<String> digest =
        entries.isEmpty() ? Optional.empty() : Optional.of(Sha256.ofContents(entries));
    return new OpenedArchive(
        entries, unpacking.defects.all(), unpacking.ignored, top, digest, unpacking.mail);
  }

  private static long sizeOf(List<Path> blobs) throws IOException {
    long size = 0;
    for (Path blob : blobs) {
      try (BlobChannel channel = new BlobChannel(blob)) {
        size += channel.size();
      }
    }
    return size;
  }
}
