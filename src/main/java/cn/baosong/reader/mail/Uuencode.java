package cn.baosong.reader.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file as uuencode wrote it (POSIX.1, uuencode) before there was MIME; some still send it. */
final class Uuencode extends InputStream {
  private static final Pattern BEGIN =
      Pattern.compile("begin [0-7]{3,4} ([^\\r\\n]{1,255})\\r?\\n");
  private static final int LONGEST_LINE = 200;

  private final InputStream in;
  private byte[] line = new byte[0];
  private int at;
  private boolean begun;
  private boolean ended;

  /**
   * @param in may have other text before the file
   */
  Uuencode(InputStream in) {
    this.in = in;
  }

  static boolean begins(String head) {
    Matcher begin = BEGIN.matcher(head);
    return begin.lookingAt();
  }

  /** The name of the first file in a text, one byte a character. */
  static Optional<String> fileName(String latin) {
    Matcher begin = BEGIN.matcher(latin);
    return begin.find() && (begin.start() == 0 || latin.charAt(begin.start() - 1) == '\n')
        ? Optional.of(begin.group(1).strip())
        : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    while (at >= line.length) {
      if (ended || !nextLine()) {
        return -1;
      }
    }
    return line[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int b = read();
      if (b < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      into[from + count++] = (byte) b;
    }
    return count;
  }

  private boolean nextLine() throws IOException {
    String text = textLine();
    if (text.isEmpty()) {
      return !ended;
    }
    if (!begun) {
      begun = BEGIN.matcher(text + "\n").matches();
      return true;
    }
    if (text.equals("end")) {
      ended = true;
      return false;
    }
    line = decoded(text);
    at = 0;
    return true;
  }

  private static byte[] decoded(String text) {
    int length = bits(text, 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; bytes.size() < length && i < text.length(); i += 4) {
      int word =
          bits(text, i) << 18
              | bits(text, i + 1) << 12
              | bits(text, i + 2) << 6
              | bits(text, i + 3);
      for (int shift = 16; shift >= 0 && bytes.size() < length; shift -= 8) {
        bytes.write(word >> shift);
      }
    }
    return bytes.toByteArray();
  }

  private static int bits(String text, int at) {
    return at < text.length() ? text.charAt(at) - ' ' & 0x3F : 0;
  }

  private String textLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      if (b != '\r' && text.length() < LONGEST_LINE) {
        text.append((char) b);
      }
      b = in.read();
    }
    ended |= b < 0 && text.length() == 0;
    return text.toString();
  }
}
