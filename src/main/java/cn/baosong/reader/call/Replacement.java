package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A draft on its way into the folder of its call. While it is being written a mark lies in the
 * folder, and a folder with that mark takes no effect: no mixture of two versions ever does.
 *
 * @param now what lies in the folder
 * @param wanted what is to lie there
 */
record Replacement(Path folder, CallFolder now, CallFolder wanted) {
  private static final String MARK = ".publishing";
  private static final int TOLD = 3;

  /** Why a folder that somebody was writing when the office stopped is not taken. */
  static List<CallFault> unfinished(Path folder) {
    return Files.exists(folder.resolve(MARK))
        ? List.of(
            new CallFault(
                MARK,
                0,
                "",
                "发布没有写完，系统会续完；若文件夹已被手工改动，请改好后删去 .publishing，或重新发布草稿",
                "a publication was interrupted and is finished by the office; where the folder was"
                    + " edited since, put it right and delete .publishing, or publish again"))
        : List.of();
  }

  /**
   * @throws Refusal when the folder holds what is neither of the base nor wanted
   */
  void requireOnly(Draft.Base base) {
    Set<String> names = new TreeSet<>(now.digests().keySet());
    names.addAll(base.digests().keySet());
    names.removeIf(name -> isOf(base, name) || isWanted(name));
    if (!names.isEmpty()) {
      String files = String.join("、", names);
      throw Refusal.conflict(
          "expectedVersion",
          "该通知的文件夹又被改动：" + files + "。没有写入；请对照现行文件再存一次草稿。",
          "The folder of the call has changed: " + files + ". Nothing was written; save it again.");
    }
  }

  private boolean isOf(Draft.Base base, String name) {
    return Objects.equals(now.digests().get(name), base.digests().get(name));
  }

  private boolean isWanted(String name) {
    return FileNames.isEditable(name)
        && Objects.equals(now.digests().get(name), wanted.digests().get(name));
  }

  static Refusal refused(List<CallFault> faults) {
    return Refusal.conflict(
        "files",
        "没有写入：检查通不过："
            + faults.stream()
                .limit(TOLD)
                .map(f -> f.file() + " 第" + f.line() + "行 " + f.zh())
                .collect(Collectors.joining("；")),
        "Nothing was written, since the call would fail: "
            + faults.stream()
                .limit(TOLD)
                .map(f -> f.file() + ":" + f.line() + " " + f.en())
                .collect(Collectors.joining("; ")));
  }

  /** Writes what differs; done again after an interruption, it finishes. */
  void write() {
    try {
      Files.createDirectories(folder);
      DurableFile.force(folder.resolveSibling(""));
      DurableFile.write(folder.resolve(MARK), new byte[0]);
      for (String name : FileNames.editable()) {
        write(name, wanted.files().get(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the call " + folder, e);
    }
  }

  private void write(String name, byte @org.jspecify.annotations.Nullable [] bytes)
      throws IOException {
    Path file = folder.resolve(name);
    if (bytes == null) {
      if (Files.exists(file)) {
        DurableFile.delete(file);
      }
    } else if (!Arrays.equals(bytes, now.files().get(name))) {
      Files.createDirectories(file.resolveSibling(""));
      DurableFile.write(file, bytes);
    }
  }

  /** The folder may be read again. */
  void done() {
    try {
      DurableFile.delete(folder.resolve(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot finish the call " + folder, e);
    }
  }
}
