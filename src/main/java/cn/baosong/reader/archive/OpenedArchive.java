package cn.baosong.reader.archive;

import cn.baosong.reader.mail.MailContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package after opening.
 *
 * @param entries payload files in the order of the archive; empty when a defect stopped the opening
 * @param defects everything found wrong, in the order of finding
 * @param ignored paths of what operating systems leave behind (Thumbs.db, __MACOSX …), not read
 * @param topFolder the single folder that held everything and was taken off the paths
 * @param contentDigest SHA-256 over the sorted digests of the entries, so that the same papers
 *     packed again are recognised; absent when there are none
 * @param mail the message that all of it came in, when it is one
 */
public record OpenedArchive(
    List<Entry> entries,
    List<Defect> defects,
    List<String> ignored,
    Optional<String> topFolder,
    Optional<String> contentDigest,
    Optional<MailContent> mail) {

  public OpenedArchive {
    entries = List.copyOf(entries);
    defects = List.copyOf(defects);
    ignored = List.copyOf(ignored);
  }

  /** The defect for which the package as a whole was not opened. */
  public Optional<Defect> stoppedBy() {
    return defects.stream().filter(d -> d.reach() == Defect.Reach.PACKAGE).findFirst();
  }

  /**
   * Of several files that make up one package, what each holds, by the folder that stands for it;
   * the paths are those inside it.
   */
  public Map<String, OpenedArchive> parts() {
    Map<String, List<Entry>> parts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      int slash = entry.path().indexOf('/') + 1;
      parts
          .computeIfAbsent(entry.path().substring(0, slash), folder -> new ArrayList<>())
          .add(entry.at(entry.path().substring(slash)));
    }
    Map<String, OpenedArchive> opened = new LinkedHashMap<>();
    parts.forEach((folder, files) -> opened.put(folder, of(files)));
    return opened;
  }

  /** The same with more files; one of a path that is taken keeps its part's folder. */
  public OpenedArchive with(String folder, OpenedArchive part) {
    List<Entry> all = new ArrayList<>(entries);
    for (Entry entry : part.entries) {
      all.add(entry(entry.path()).isEmpty() ? entry : entry.at(folder + entry.path()));
    }
    return of(all);
  }

  private static OpenedArchive of(List<Entry> files) {
    return new OpenedArchive(
        files,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(Sha256.ofContents(files)),
        Optional.empty());
  }

  public Optional<Entry> entry(String path) {
    return entries.stream().filter(e -> e.path().equals(path)).findFirst();
  }
}
