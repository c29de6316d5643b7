package cn.baosong.desk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream: it ends where the bound is. */
final class Bounded extends FilterInputStream {
  private long left;

  Bounded(InputStream whole, long most) {
    super(whole);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int next = left > 0 ? super.read() : -1;
    left -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int some = left > 0 ? super.read(into, from, (int) Math.min(length, left)) : -1;
    left -= Math.max(0, some);
    return some;
  }
}
