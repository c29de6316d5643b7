package cn.baosong.camel.server;

import java.util.Arrays;

/** The last bytes of what has passed. */
final class Tail {
  private final byte[] bytes;
  private int size;

  Tail(int most) {
    bytes = new byte[most];
  }

  int size() {
    return size;
  }

  void add(byte[] from, int offset, int count) {
    int added = Math.min(count, bytes.length);
    int kept = Math.min(size, bytes.length - added);
    System.arraycopy(bytes, size - kept, bytes, 0, kept);
    System.arraycopy(from, offset + count - added, bytes, kept, added);
    size = kept + added;
  }

  boolean is(byte[] others) {
    return Arrays.equals(others, Arrays.copyOf(bytes, size));
  }
}
