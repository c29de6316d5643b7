package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder {@code forms/}: one folder a call, beside files that are none. */
final class FormsFolder {
  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final Path forms;

  FormsFolder(Path forms) {
    this.forms = forms;
  }

  /** The folders of calls by id. */
  Map<CallId, Path> calls() {
    Map<CallId, Path> calls = new TreeMap<>();
    for (Path folder : folders()) {
      if (name(folder).matches(ID)) {
        calls.put(new CallId(name(folder)), folder);
      }
    }
    return calls;
  }

  /** Where the folder of a call lies, or would lie. */
  Path place(CallId id) {
    return forms.resolve(id.value());
  }

  /** Folders whose name is no call id, which would otherwise lie there unnoticed. */
  List<CallFault> faults() {
    return folders().stream()
        .map(FormsFolder::name)
        .filter(name -> !name.matches(ID))
        .map(
            name ->
                new CallFault(
                    name,
                    0,
                    "",
                    "文件夹名只能用小写字母、数字和 -",
                    "a call id is lower-case letters, digits, hyphens"))
        .toList();
  }

  /**
   * Names, sizes and times of all files: cheap enough to take every second. The folder, or a call
   * in it, may be a link that is pointed elsewhere to bring in a new release.
   */
  String fingerprint() {
    StringBuilder print = new StringBuilder();
    try (Stream<Path> paths = Files.walk(forms, 4, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
        if (facts.isRegularFile()) {
          print.append(path).append(' ').append(facts.size()).append(' ');
          print.append(facts.lastModifiedTime().toInstant()).append('\n');
        }
      }
      return print.toString();
    } catch (IOException | UncheckedIOException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  private List<Path> folders() {
    try (Stream<Path> children = Files.list(forms)) {
      return children
          .filter(child -> Files.isDirectory(child) && !name(child).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + forms, e);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
