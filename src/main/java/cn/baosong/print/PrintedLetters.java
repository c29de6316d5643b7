package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.LetterFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds the files of letters that are printed. */
public final class PrintedLetters implements LetterFiles {
  private static final Set<String> SUFFIXES = Set.of("pdf", "txt", "json");

  private final Path notices;

  /**
   * @param home the folder of all state ({@code baosong.home})
   */
  public PrintedLetters(Path home) {
    this.notices = home.resolve("notices");
  }

  @Override
  public Optional<Path> find(Letter letter, String suffix) {
    if (!SUFFIXES.contains(suffix)) {
      return Optional.empty();
    }
    Path file = notices.resolve(letter.folder()).resolve(letter.fileStem() + "." + suffix);
    return Optional.of(file).filter(Files::isRegularFile);
  }
}
