package cn.baosong.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a core or desk source swallows everything at once.
 *
 * <p>Read from the source: in bytecode each try-with-resources catches {@code Throwable} too.
 */
final class CatchAll {
  private static final Pattern CATCH =
      Pattern.compile(
          "\\bcatch\\s*\\([^)]*\\b(Throwable|Exception|RuntimeException|Error)\\b[^)]*\\)");

  private CatchAll() {}

  /**
   * @param house the folder of the root package's sources
   * @return one line for each catch-all: the file and the words
   */
  static List<String> within(Path house) {
    return Stream.of("core", "desk")
        .map(house::resolve)
        .filter(Files::isDirectory)
        .flatMap(CatchAll::sources)
        .flatMap(CatchAll::catchAlls)
        .toList();
  }

  private static Stream<Path> sources(Path room) {
    try (Stream<Path> tree = Files.walk(room)) {
      return tree.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> catchAlls(Path source) {
    try {
      return CATCH
          .matcher(Files.readString(source, StandardCharsets.UTF_8))
          .results()
          .map(found -> source.getFileName() + ": " + found.group());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
