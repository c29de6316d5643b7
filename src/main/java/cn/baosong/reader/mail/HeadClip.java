package cn.baosong.reader.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts what is too long in the header of a message, so that one endless field costs that field and
 * not the message. Blank lines before the header are passed over.
 */
final class HeadClip extends FilterInputStream {
  /** Octets of one field, its continuations included. */
  static final int FIELD = 32 << 10;

  private static final int FIELDS = 1_000;

  private enum At {
    START,
    LINE_START,
    LINE,
    BODY
  }

  private At at = At.START;
  private int field;
  private int fields;
  private boolean carriage;
  private boolean clipped;

  HeadClip(InputStream in) {
    super(in);
  }

  /** Whether something was cut. */
  boolean hasClipped() {
    return clipped;
  }

  @Override
  public int read() throws IOException {
    while (true) {
      int b = in.read();
      if (b < 0 || at == At.BODY || passes(b)) {
        return b;
      }
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == At.BODY) {
      return in.read(into, from, length);
    }
    int count = 0;
    while (count < length && at != At.BODY) {
      int b = read();
      if (b < 0) {
        return count == 0 ? -1 : count;
      }
      into[from + count++] = (byte) b;
    }
    return count == 0 ? in.read(into, from, length) : count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private boolean passes(int b) {
    return switch (at) {
      case START -> start(b);
      case LINE_START -> lineStart(b);
      case LINE -> line(b);
      case BODY -> true;
    };
  }

  private boolean start(int b) {
    boolean blank = b == '\r' || b == '\n' || b == ' ' || b == '\t' || isByteOrderMark(b);
    if (!blank) {
      at = At.LINE;
      fields = 1;
      field = 1;
    }
    return !blank;
  }

  private static boolean isByteOrderMark(int b) {
    return b == 0xEF || b == 0xBB || b == 0xBF;
  }

  private boolean lineStart(int b) {
    if (b == '\n') {
      at = At.BODY;
      return true;
    }
    if (b == '\r') {
      carriage = true;
      return true;
    }
    if (carriage || (b != ' ' && b != '\t')) {
      carriage = false;
      field = 0;
      fields++;
    }
    at = At.LINE;
    return line(b);
  }

  private boolean line(int b) {
    if (b == '\n') {
      at = At.LINE_START;
      return true;
    }
    field++;
    boolean fits = field <= FIELD && fields <= FIELDS;
    clipped |= !fits && b != '\r';
    return fits;
  }
}
