package cn.baosong.reader.archive;

import cn.baosong.core.submission.ClassifiedMarking;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path out of an archive in the one form used from here on.
 *
 * @param segments folder names and the file name; empty for the root
 * @param folder the name ended in a separator
 * @param disguised it held direction marks (removed) or is a device name of Windows
 */
record EntryPath(List<String> segments, boolean folder, boolean disguised) {
  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(\\..*)?");

  /** Splits at '/' and, as old Windows archivers wrote it, at '\'; refuses what would escape. */
  static EntryPath parse(String name) throws Refusal {
    if (ClassifiedMarking.in(name) == ClassifiedMarking.MARKED) {
      throw Refusal.marked();
    }
    if (name.codePoints().anyMatch(Printable::isControl)) {
      throw Refusal.unsafe(name, "的文件名含控制字符", "has control characters in its name");
    }
    String slashed = name.replace('\\', '/');
    if (slashed.startsWith("/") || DRIVE.matcher(slashed).matches()) {
      throw Refusal.unsafe(name, "使用了绝对路径", "is an absolute path");
    }
    List<String> segments = new ArrayList<>();
    boolean disguised = false;
    for (String part : slashed.split("/")) {
      if (part.strip().equals("..")) {
        throw Refusal.unsafe(name, "的路径指向包外", "leads out of the package");
      }
      String plain = withoutDirectionMarks(part);
      disguised |= plain.length() < part.length() || DEVICE.matcher(plain).matches();
      if (!plain.isBlank() && !plain.equals(".")) {
        segments.add(plain);
      }
    }
    return new EntryPath(List.copyOf(segments), slashed.endsWith("/"), disguised);
  }

  /** For a name that came with a single file (an attachment, an upload): mended, never refused. */
  static String harmless(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain =
        withoutDirectionMarks(last)
            .codePoints()
            .map(c -> Printable.isControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return plain.isEmpty() || plain.equals(".") || plain.equals("..") ? "未命名" : plain;
  }

  private static String withoutDirectionMarks(String part) {
    return part.codePoints()
        .filter(c -> !Printable.isConcealing(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
