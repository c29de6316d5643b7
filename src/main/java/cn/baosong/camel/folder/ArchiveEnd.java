package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees whether a zip has its end yet: a paused upload looks still, but has none. */
final class ArchiveEnd {
  /** The end record with the longest comment (APPNOTE 4.3.16). */
  private static final int TAIL = 22 + 65_535;

  private ArchiveEnd() {}

  /** True for a zip without its end-of-central-directory record; other files cannot be told. */
  static boolean isMissing(Path file) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer head = ByteBuffer.allocate(4);
      fill(channel, head);
      if (head.position() < 4 || head.getInt(0) != 0x504b0304) {
        return false;
      }
      long from = Math.max(0, channel.size() - TAIL);
      channel.position(from);
      ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
      fill(channel, tail);
      return !holdsEnd(tail);
    }
  }

  private static boolean holdsEnd(ByteBuffer tail) {
    for (int at = tail.position() - 22; at >= 0; at--) {
      if (tail.getInt(at) == 0x504b0506) {
        return true;
      }
    }
    return false;
  }

  private static void fill(SeekableByteChannel channel, ByteBuffer into) throws IOException {
    while (into.hasRemaining() && channel.read(into) >= 0) {
      continue;
    }
  }
}
