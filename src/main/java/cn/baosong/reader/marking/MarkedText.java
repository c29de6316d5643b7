package cn.baosong.reader.marking;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.MarkingSearch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The text of one file, by what its first bytes say it is; a PDF is not read here. */
public final class MarkedText {
  private static final int HEAD = 8192;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] UTF16LE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16BE = {(byte) 0xFE, (byte) 0xFF};

  private MarkedText() {}

  /**
   * What was found.
   *
   * @param searched whether all of its text was looked through; false for pictures, for what no
   *     library of ours reads, and beyond the limits
   */
  public record Result(ClassifiedMarking marking, boolean searched) {
    public static final Result NOT_SEARCHED = new Result(ClassifiedMarking.NONE, false);
  }

  /**
   * Searches a file.
   *
   * @param name its name in the package; the collection tool's own file is never opened
   * @throws IOException when our own disk fails
   */
  public static Result of(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    MarkingSearch search = new MarkingSearch();
    try {
      boolean searched = read(file, head, name.toLowerCase(Locale.ROOT), search);
      return new Result(search.end(), searched);
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      return new Result(search.end(), false);
    }
  }

  private static boolean read(Path file, byte[] head, String name, MarkingSearch search)
      throws IOException {
    if (startsWith(head, ZIP)) {
      return !name.endsWith("rpu") && ZippedText.read(file, search);
    }
    if (startsWith(head, OLE)) {
      return OleText.read(file, search);
    }
    boolean text = startsWith(head, UTF16LE) || startsWith(head, UTF16BE) || !hasZero(head);
    return text && !isPicture(head) && PlainText.read(file, name.endsWith(".json"), search);
  }

  /** JPEG, PNG, GIF, BMP and TIFF; all but the first three hold zero bytes anyway. */
  private static boolean isPicture(byte[] head) {
    return head.length > 3
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xD8)
            || (head[0] == (byte) 0x89 && head[1] == 'P')
            || (head[0] == 'G' && head[1] == 'I' && head[2] == 'F' && head[3] == '8'));
  }

  private static boolean hasZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
