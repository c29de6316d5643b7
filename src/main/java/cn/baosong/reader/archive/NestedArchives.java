package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Opens archives inside the package, one level and no more. One that is the whole payload takes the
 * place of the package; one among other files becomes a folder of its name.
 */
final class NestedArchives {
  private static final Pattern ARCHIVE_NAME =
      Pattern.compile(
          "(?i)(.+?)(\\.tar)?\\."
              + "(zip|tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst|rar|7z|iso|[zr]\\d\\d|\\d{3})");

  /** A strict package names its files; one of them that is an archive is a file like any other. */
  private static final Set<String> STRICT = Set.of("bagit.txt", "package.json");

  private final Unpacking unpacking;
  private final Containers containers;
  private final JoinedVolumes volumes;

  NestedArchives(Unpacking unpacking) {
    this.unpacking = unpacking;
    this.containers = new Containers(unpacking);
    this.volumes = new JoinedVolumes(unpacking);
  }

  List<Found> expand(List<Found> found) throws Refusal {
    if (isStrict(found)) {
      return found;
    }
    List<Found> outer = volumes.joined(found);
    boolean whole = outer.size() == 1;
    List<Found> all = new ArrayList<>();
    for (Found file : outer) {
      if (isArchive(file)) {
        List<Found> inner = opened(file, whole, whole ? List.of() : folderNamedAs(file));
        refuseDeeper(inner.stream().filter(f -> !f.equals(file)).toList());
        all.addAll(inner);
      } else {
        all.add(file);
      }
    }
    return all;
  }

  /**
   * Opens the archives that a mail encloses. A single one is the package, and what is enclosed
   * beside it belongs to it; each of several becomes a folder of its name.
   */
  List<Found> expandAttached(List<Found> attached) throws Refusal {
    if (isStrict(attached)) {
      return attached;
    }
    List<Found> files = volumes.joined(attached);
    List<Found> archives = files.stream().filter(this::isArchive).toList();
    List<Found> all = new ArrayList<>();
    for (Found file : files) {
      if (archives.contains(file)) {
        List<String> folder = archives.size() == 1 ? List.of() : folderNamedAs(file);
        all.addAll(opened(file, files.size() == 1, folder));
      } else {
        all.add(file);
      }
    }
    return all;
  }

  private List<Found> opened(Found archive, boolean whole, List<String> folder) throws Refusal {
    int mark = unpacking.workspace.mark();
    try {
      List<Found> inner = containers.unpack(archive.content().file(), archive.name());
      Optional<String> top = Found.commonTop(inner);
      List<Found> payload = top.isPresent() ? Found.withoutTop(inner) : inner;
      Workspace.drop(archive.content().file());
      return payload.stream().map(f -> f.inside(folder)).toList();
    } catch (Refusal refusal) {
      if (whole || endangersAll(refusal.defect().kind())) {
        throw refusal;
      }
      unpacking.workspace.dropSince(mark);
      unpacking.defects.add(refusal.forEntryOnly());
      return List.of(archive);
    }
  }

  private static boolean endangersAll(Kind kind) {
    return kind == Kind.UNSAFE || kind == Kind.TOO_LARGE || kind == Kind.MARKED;
  }

  private void refuseDeeper(List<Found> payload) {
    if (isStrict(payload)) {
      return;
    }
    payload.stream()
        .filter(this::isArchive)
        .forEach(
            f ->
                unpacking.defects.entry(
                    Kind.TOO_LARGE,
                    f.path(),
                    "是压缩包内压缩包中的压缩包，未予打开；请解开后补报",
                    "is an archive in an archive in an archive and was not opened; unpack it and send its files"));
  }

  private static boolean isStrict(List<Found> files) {
    return files.stream().anyMatch(f -> f.segments().size() == 1 && STRICT.contains(f.name()));
  }

  private boolean isArchive(Found file) {
    return ARCHIVE_NAME.matcher(file.name()).matches()
        && containers.isContainer(file.content().file(), file.name());
  }

  private static List<String> folderNamedAs(Found archive) {
    List<String> path = new ArrayList<>(archive.segments());
    path.set(path.size() - 1, ARCHIVE_NAME.matcher(archive.name()).replaceFirst("$1"));
    return path;
  }
}
