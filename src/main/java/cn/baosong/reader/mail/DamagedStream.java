package cn.baosong.reader.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends where its source does not go on, however that tells it. */
final class DamagedStream extends FilterInputStream {
  private boolean damaged;

  DamagedStream(InputStream in) {
    super(in);
  }

  boolean isDamaged() {
    return damaged;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (damaged) {
      return -1;
    }
    try {
      return in.read(into, from, length);
    } catch (IOException | RuntimeException ends) {
      damaged = true;
      return -1;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
