package cn.baosong.reader.archive;

import java.util.List;
import java.util.Locale;

/** What macOS, Windows and Office leave in every folder and no clerk meant to send. */
public final class Junk {
  private Junk() {}

  /**
   * Whether a file is to be left out.
   *
   * @param segments folder names and the file name
   */
  public static boolean isJunk(List<String> segments) {
    if (segments.isEmpty()) {
      return false;
    }
    String name = segments.get(segments.size() - 1).toLowerCase(Locale.ROOT);
    return segments.contains("__MACOSX")
        || name.equals(".ds_store")
        || name.equals("thumbs.db")
        || name.equals("desktop.ini")
        || name.startsWith("._")
        || name.startsWith("~$");
  }
}
