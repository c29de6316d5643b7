package cn.baosong.core.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * A file inside a package.
 *
 * @param path as written by the sender, '/' between folders; never used as a path of our own
 * @param bytes length
 * @param pages pages of a PDF that could be counted
 * @param text the beginning of a form's text layer, lines parted by {@code \n}; empty for other
 *     files, for scans without one, and in records of before it was read
 * @param marks codes of printed forms that were seen on its pages
 */
public record Document(
    String path,
    long bytes,
    Digest digest,
    Optional<Integer> pages,
    Optional<String> text,
    List<SeenMark> marks) {
  public Document {
    marks = List.copyOf(marks);
  }

  /** A file without a printed form's code. */
  public Document(
      String path, long bytes, Digest digest, Optional<Integer> pages, Optional<String> text) {
    this(path, bytes, digest, pages, text, List.of());
  }

  /** A file without a text layer. */
  public Document(String path, long bytes, Digest digest, Optional<Integer> pages) {
    this(path, bytes, digest, pages, Optional.empty());
  }

  static List<Document> in(String folder, List<Document> files) {
    return files.stream()
        .map(d -> new Document(folder + d.path, d.bytes, d.digest, d.pages, d.text, d.marks))
        .toList();
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The suffix in lower case without the dot; the middle dot of ·RPU counts as one, and letters of
   * full width as plain ones (domain.md, section 6).
   */
  public String suffix() {
    String name = Normalizer.normalize(name(), Normalizer.Form.NFKC).replace('·', '.');
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
