package cn.baosong.camel.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives exactly so many bytes, or fails: a file that changed its length after it was claimed is not
 * archived.
 */
final class ExactStream extends FilterInputStream {
  private long left;

  ExactStream(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int got = super.read(into, at, (int) Math.min(length, left));
    if (got < 0) {
      throw new IOException("file became shorter while it was read");
    }
    left -= got;
    return got;
  }
}
