package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives every file a path of its own, {@code a.pdf} and {@code a(2).pdf}, and tells of it. Names
 * that differ only in case or in Unicode composition count as one, for on a clerk's machine one
 * would overwrite the other.
 */
final class DistinctPaths {
  private final Defects defects;
  private final Set<String> asSent = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private final Map<String, Integer> copies = new HashMap<>();

  DistinctPaths(Defects defects) {
    this.defects = defects;
  }

  List<Entry> entries(List<Found> found) {
    found.forEach(f -> asSent.add(key(f.path())));
    List<Entry> entries = new ArrayList<>();
    for (Found file : found) {
      String path = file.path();
      if (!given.add(key(path))) {
        path = numbered(path);
        given.add(key(path));
        defects.entry(
            Kind.DUPLICATE_NAME,
            file.path(),
            "与另一文件重名，已另存为“" + Printable.of(path) + "”；请核对并改名后补报",
            "has the name of another file; kept as \""
                + Printable.of(path)
                + "\"; rename one and send it again");
      }
      entries.add(entry(file, path));
    }
    return entries;
  }

  private String numbered(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    int cut = dot > slash + 1 ? dot : path.length();
    String next = path;
    while (asSent.contains(key(next)) || given.contains(key(next))) {
      int copy = copies.merge(key(path), 1, Integer::sum) + 1;
      next = path.substring(0, cut) + "(" + copy + ")" + path.substring(cut);
    }
    return next;
  }

  private static Entry entry(Found file, String path) {
    Workspace.Stored content = file.content();
    return new Entry(
        path, file.rawName(), content.size(), content.sha256(), content.file(), file.modified());
  }

  private static String key(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
