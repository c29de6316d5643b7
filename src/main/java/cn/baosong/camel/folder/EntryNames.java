package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names in a watched folder, or on a server, that are no package. */
public final class EntryNames {
  /** Reserved for scans of the mail room. */
  static final String PAPER = "paper";

  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".crdownload", ".filepart", ".partial", ".!ut", ".download");

  private static final Set<String> STRICT = Set.of("package.json", "bagit.txt");
  private static final List<String> ARCHIVES =
      List.of(".zip", ".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst");

  private EntryNames() {}

  /** Whether a file says what the package that it lies in holds. */
  public static boolean isList(String name) {
    return STRICT.contains(name) || (name.contains("报送清单") && !isJunk(name));
  }

  public static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(lower::endsWith);
  }

  /** Whether an upload still runs under this name. */
  public static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(lower::endsWith);
  }

  /** The names under which an upload of a file may have run. */
  public static Stream<String> unfinished(String name) {
    return UNFINISHED.stream().map(ending -> name + ending);
  }

  /** The name without its unfinished ending. */
  public static String finished(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** What Windows, macOS and Office leave behind. */
  public static boolean isJunk(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  /** Removes a folder out of which all packages were taken, with what systems left in it. */
  static void dropIfOnlyJunkIsLeft(Path folder) throws IOException {
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(left::add);
    }
    if (left.stream().allMatch(EntryNames::isLeaving)) {
      for (Path leaving : left) {
        Files.delete(leaving);
      }
      Files.delete(folder);
    }
  }

  /** Other hidden things may be somebody's. */
  private static boolean isLeaving(Path child) {
    String name = RawNames.decoded(child);
    boolean known =
        !name.startsWith(".") || name.startsWith("._") || name.equalsIgnoreCase(".DS_Store");
    return known && isJunk(name) && Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS);
  }
}
