package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.mail.MailContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the readers of one package share: the budget, the working directory, what was found out. */
final class Unpacking {
  /** Longest whole path, in characters: memory stays bounded however deep the folders. */
  private static final int MAX_PATH = 1024;

  final ArchiveLimits limits;
  final Budget budget;
  final Workspace workspace;
  final Defects defects;
  final List<String> ignored = new ArrayList<>();

  /** The mail that all of it came in. */
  Optional<MailContent> mail = Optional.empty();

  private int unnamed;

  Unpacking(Budget budget, Workspace workspace, Defects defects) {
    this.limits = budget.limits();
    this.budget = budget;
    this.workspace = workspace;
    this.defects = defects;
  }

  /**
   * Judges a name.
   *
   * @return the path, or nothing when the entry is a folder, junk, or refused by itself
   * @throws Refusal when the name alone makes the package unsafe
   */
  Optional<List<String>> admit(NameBytes.Reading name) throws Refusal {
    EntryPath path = EntryPath.parse(name.text());
    if (path.folder()) {
      return Optional.empty();
    }
    if (Junk.isJunk(path.segments())) {
      ignored.add(Printable.of(String.join("/", path.segments())));
      return Optional.empty();
    }
    if (path.segments().size() - 1 > limits.maxDepth() || name.text().length() > MAX_PATH) {
      defects.entry(
          Kind.TOO_LARGE,
          name.text(),
          "的文件夹层次过深（最多 " + limits.maxDepth() + " 层），未予读取；请减少层次后补报",
          "lies deeper than "
              + limits.maxDepth()
              + " folders and was not read; move it up and send it again");
      return Optional.empty();
    }
    remarkOn(name, path);
    return Optional.of(shortened(path.segments()));
  }

  /** Tells that one file does not unpack, and why where a decoder said more than "damaged". */
  void damaged(String name, Exception theirs) {
    if (Decoders.isHunger(theirs)) {
      defects.add(Foreign.hungry(name).forEntryOnly());
    } else {
      damaged(name);
    }
  }

  void damaged(String name) {
    defects.entry(
        Kind.BROKEN, name, "已损坏，无法解压，请重新报送该文件", "is damaged and does not unpack; send it again");
  }

  private void remarkOn(NameBytes.Reading name, EntryPath path) {
    if (name.raw().isPresent()) {
      defects.entry(
          Kind.DAMAGED_NAME,
          name.text(),
          "的文件名无法识别编码，内容已收下；建议改名后再报",
          "has a name in no known encoding; its content was kept");
    }
    if (path.disguised()) {
      defects.entry(
          Kind.DAMAGED_NAME,
          name.text(),
          "的文件名含改变显示方向的字符或为系统保留名，已去除；建议改名后再报",
          "has direction marks (removed) in its name or is a reserved device name; rename it");
    }
    if (path.segments().stream().anyMatch(this::tooLong)) {
      defects.entry(
          Kind.TOO_LARGE,
          name.text(),
          "的文件名过长，已截短，内容不受影响；请改短后补报",
          "has too long a name, cut here; shorten it and send it again");
    }
  }

  private List<String> shortened(List<String> segments) {
    if (segments.isEmpty()) {
      return List.of("未命名-" + ++unnamed);
    }
    return segments.stream().map(this::shortened).toList();
  }

  private String shortened(String name) {
    if (!tooLong(name)) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String suffix = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int kept = Math.max(1, limits.maxNameLength() - suffix.length());
    return name.substring(0, name.offsetByCodePoints(0, Math.min(kept, codePoints(name)))) + suffix;
  }

  private boolean tooLong(String name) {
    return codePoints(name) > limits.maxNameLength();
  }

  private static int codePoints(String name) {
    return name.codePointCount(0, name.length());
  }
}
