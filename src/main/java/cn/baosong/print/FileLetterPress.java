package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.Drill;
import cn.baosong.desk.LetterPress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints letters under {@code <home>/notices/<submission>/} as {@code 001-RECEIPT.pdf}, {@code
 * .txt} and {@code .json}. The same letter makes the same bytes.
 */
public final class FileLetterPress implements LetterPress {
  private final Path notices;
  private final PdfLetter pdf;
  private final Drill drill;

  private FileLetterPress(Path notices, PdfLetter pdf, Drill drill) {
    this.notices = notices;
    this.pdf = pdf;
    this.drill = drill;
  }

  /**
   * @param home the folder of all state ({@code baosong.home})
   * @throws IOException when the font cannot be read
   */
  public static FileLetterPress under(Path home) throws IOException {
    return under(home, Drill.NONE);
  }

  /**
   * As above, with every file told to a drill.
   *
   * @throws IOException when the font cannot be read
   */
  public static FileLetterPress under(Path home, Drill drill) throws IOException {
    return new FileLetterPress(home.resolve("notices"), PdfLetter.load(), drill);
  }

  @Override
  public Path print(Letter letter) throws IOException {
    Path folder = notices.resolve(letter.folder());
    Files.createDirectories(folder);
    String stem = letter.fileStem();
    write(folder, stem + ".pdf", pdf.print(letter));
    write(folder, stem + ".txt", TextLetter.of(letter));
    write(folder, stem + ".json", JsonLetter.of(letter));
    DurableFile.force(folder);
    DurableFile.force(notices);
    return folder.resolve(stem);
  }

  private void write(Path folder, String name, byte[] bytes) throws IOException {
    DurableFile.write(folder.resolve(name), bytes);
    drill.reach("letter/" + name.substring(name.lastIndexOf('.') + 1) + "/after");
  }
}
