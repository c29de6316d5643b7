package cn.baosong.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of a shipped call that a test may spoil. */
final class Forms {
  private Forms() {}

  static Path copyOfShanxi(Path forms) throws IOException {
    Path folder = Files.createDirectory(forms.resolve("sx-bqw-2020"));
    try (Stream<Path> files = Files.list(Path.of("forms", "sx-bqw-2020"))) {
      for (Path file : List.copyOf(files.filter(Files::isRegularFile).toList())) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    return folder;
  }

  static void replace(Path file, String words, String others) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (!text.contains(words)) {
      throw new IllegalStateException(file + " does not hold " + words);
    }
    Files.writeString(file, text.replaceFirst(words, others), StandardCharsets.UTF_8);
  }
}
