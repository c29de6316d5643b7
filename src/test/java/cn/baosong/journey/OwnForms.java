package cn.baosong.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped calls that a story may edit. */
public final class OwnForms {
  private OwnForms() {}

  /** A copy that the office reaches by a link, as one that is released by a switch of it. */
  static Path linked(Path forms) {
    try {
      return Files.createSymbolicLink(
          Files.createTempDirectory("baosong-current").resolve(forms.getFileName()), copied(forms));
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
  }

  public static Path copied(Path forms) {
    try (Stream<Path> files = Files.walk(forms)) {
      Path copy = Files.createTempDirectory("baosong-forms");
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(forms.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
      return copy;
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
  }
}
