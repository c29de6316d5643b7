package cn.baosong.print;

import cn.baosong.core.notice.Letter;
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

  private FileLetterPress(Path notices, PdfLetter pdf) {
    this.notices = notices;
    this.pdf = pdf;
  }

  /**
   * @param home the folder of all state ({@code baosong.home})
   * @throws IOException when the font cannot be read
   */
  public static FileLetterPress under(Path home) throws IOException {
    return new FileLetterPress(home.resolve("notices"), PdfLetter.load());
  }

  @Override
  public Path print(Letter letter) throws IOException {
    Path folder = notices.resolve(letter.submission().value());
    Files.createDirectories(folder);
    String stem = letter.fileStem();
    DurableFile.write(folder.resolve(stem + ".pdf"), pdf.print(letter));
    DurableFile.write(folder.resolve(stem + ".txt"), TextLetter.of(letter));
    DurableFile.write(folder.resolve(stem + ".json"), JsonLetter.of(letter));
    DurableFile.force(folder);
    DurableFile.force(notices);
    return folder.resolve(stem);
  }
}
