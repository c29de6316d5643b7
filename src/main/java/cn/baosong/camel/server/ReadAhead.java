package cn.baosong.camel.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Small files that are read to their end before they are kept, so that the next one comes over the
 * line while the disk is still busy with this one. Together they never take more than their room.
 */
final class ReadAhead {
  private static final long LARGEST = 4L << 20;
  private static final int PIECE = 1 << 16;

  /** How much of the memory they take at most. */
  private static final int SHARE = 16;

  private static final long MOST = 64L << 20;

  private final Semaphore room;

  ReadAhead() {
    this(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE));
  }

  /**
   * @param most bytes that are held at a time
   */
  ReadAhead(long most) {
    room = new Semaphore(Math.toIntExact(most / PIECE));
  }

  /**
   * The bytes of a file, all of them here; they take room until they are closed. Empty for what is
   * too large, or finds no room: it is read as it is kept.
   *
   * @throws IOException when they did not come whole, and unchanged
   */
  Optional<InputStream> whole(ServerFile file, InputStream bytes) throws IOException {
    int pieces = Math.toIntExact(Math.min(file.size(), LARGEST) / PIECE) + 1;
    boolean small = file.volumes().isEmpty() && file.size() >= 0 && file.size() <= LARGEST;
    if (!small || !room.tryAcquire(pieces)) {
      return Optional.empty();
    }
    Kept kept = new Kept(pieces);
    try (bytes) {
      for (byte[] p = bytes.readNBytes(PIECE); p.length > 0; p = bytes.readNBytes(PIECE)) {
        kept.pieces.add(new ByteArrayInputStream(p));
      }
      return Optional.of(kept.opened());
    } catch (IOException | RuntimeException failed) {
      kept.leave();
      throw failed;
    }
  }

  private final class Kept {
    private final List<InputStream> pieces = new ArrayList<>();
    private final AtomicBoolean left = new AtomicBoolean();
    private final int taken;

    Kept(int taken) {
      this.taken = taken;
    }

    void leave() {
      if (!left.getAndSet(true)) {
        room.release(taken);
      }
    }

    InputStream opened() {
      return new SequenceInputStream(Collections.enumeration(pieces)) {
        @Override
        public void close() throws IOException {
          leave();
          super.close();
        }
      };
    }
  }
}
