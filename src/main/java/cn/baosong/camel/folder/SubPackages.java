package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a folder that is a package from one in which somebody collected several packages, each with
 * its own list: a unit's package has one list, at its top or in one place below it.
 */
final class SubPackages {
  private SubPackages() {}

  /** The packages in a folder, two or more; none when the folder is a package itself. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> packages = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        boolean below = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
        String name = RawNames.decoded(child);
        if (EntryNames.isJunk(name) || !below && !isFile(child)) {
          continue;
        }
        if (!below && !EntryNames.isArchive(name)) {
          // A list, a report, a form: the folder is one package, whatever else is in it.
          return List.of();
        }
        if (!below || hasList(child)) {
          packages.add(child);
        }
      }
    }
    packages.sort(null);
    return packages.size() > 1 ? packages : List.of();
  }

  private static boolean hasList(Path folder) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (EntryNames.isList(RawNames.decoded(child))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFile(Path child) {
    return Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS);
  }
}
