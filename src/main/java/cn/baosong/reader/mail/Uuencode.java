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
  private static final int LONGEST_LINE = 300;

  private final InputStream in;
  private final String name;
  private byte[] line = new byte[0];
  private int at;
  private boolean ended;

  private Uuencode(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  static boolean begins(String head) {
    return BEGIN.matcher(head).lookingAt();
  }

  /** The name of the first file in a text, one byte a character. */
  static Optional<String> fileName(String latin) {
    Matcher begin = BEGIN.matcher(latin);
    return begin.find() && (begin.start() == 0 || latin.charAt(begin.start() - 1) == '\n')
        ? Optional.of(readable(begin.group(1)))
        : Optional.empty();
  }

  /** The next file in a text; what stands before it is passed over. */
  static Optional<Uuencode> next(InputStream in) throws IOException {
    Optional<String> line = line(in);
    while (line.isPresent()) {
      Matcher begin = BEGIN.matcher(line.get() + "\n");
      if (begin.matches()) {
        return Optional.of(new Uuencode(in, readable(begin.group(1))));
      }
      line = line(in);
    }
    return Optional.empty();
  }

  private static String readable(String latin) {
    return MailHeader.oneLine(EncodedWords.decode(latin));
  }

  String name() {
    return name;
  }

  /** The file behind this one in the same text. */
  Optional<Uuencode> following() throws IOException {
    skip(Long.MAX_VALUE);
    return next(in);
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
    Optional<String> text = line(in);
    ended = text.isEmpty() || text.get().equals("end");
    line = ended ? new byte[0] : decoded(text.get());
    at = 0;
    return !ended;
  }

  private static byte[] decoded(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
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

  private static Optional<String> line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    while (b >= 0 && b != '\n') {
      if (b != '\r' && text.length() < LONGEST_LINE) {
        text.append((char) b);
      }
      b = in.read();
    }
    return Optional.of(text.toString());
  }
}
