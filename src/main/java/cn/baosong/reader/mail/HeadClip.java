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

  private final byte[] chunk = new byte[1 << 13];
  private int next;
  private int end;
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
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = 0;
    while (count == 0 && length > 0) {
      if (next == end && !refill()) {
        return -1;
      }
      count = at == At.BODY ? body(into, from, length) : head(into, from, length);
    }
    return count;
  }

  private boolean refill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private int body(byte[] into, int from, int length) {
    int count = Math.min(length, end - next);
    System.arraycopy(chunk, next, into, from, count);
    next += count;
    return count;
  }

  private int head(byte[] into, int from, int length) {
    int count = 0;
    while (next < end && count < length && at != At.BODY) {
      byte b = chunk[next++];
      if (passes(b & 0xFF)) {
        into[from + count++] = b;
      }
    }
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, chunk.length)).length;
  }

  @Override
  public int available() {
    return end - next;
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
