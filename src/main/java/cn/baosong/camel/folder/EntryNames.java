package cn.baosong.camel.folder;

import java.util.List;
import java.util.Locale;

/** Names in a watched folder that are no package. */
final class EntryNames {
  /** Reserved for scans of the mail room. */
  static final String PAPER = "paper";

  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".crdownload", ".filepart", ".partial", ".!ut", ".download");

  private EntryNames() {}

  /** Whether an upload still runs under this name. */
  static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(lower::endsWith);
  }

  /** What Windows, macOS and Office leave behind. */
  static boolean isJunk(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }
}
