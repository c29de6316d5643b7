package cn.baosong.camel.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file from its first byte to its last. A line that is cut is opened again and
 * read on from where it was cut; what was read before is compared, and a file that has become
 * another one meanwhile never ends well.
 */
final class WholeFile extends InputStream {
  private static final int CUTS = 5;
  private static final int REPEATED = 4096;

  private final ServerFile file;
  private final ServerFolder folder;
  private final Line line;
  private final CRC32C before = new CRC32C();
  private final Tail tail = new Tail(REPEATED);
  private @Nullable InputStream bytes;
  private long read;
  private int cuts;
  private boolean ended;

  WholeFile(ServerFile file, ServerFolder folder, Line line) {
    this.file = file;
    this.folder = folder;
    this.line = line;
  }

  /** All that is to be read for a file, its volumes one after another, or in a tar. */
  static InputStream all(ServerFile file, ServerFolder folder, Line line) {
    if (file.volumes().isEmpty()) {
      return new WholeFile(file, folder, line);
    }
    return Volumes.areOneFile(file)
        ? VolumeTar.sequence(
            file.volumes().stream()
                .<InputStream>map(one -> new WholeFile(one, folder, line))
                .iterator())
        : VolumeTar.of(file, one -> new WholeFile(one, folder, line));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    for (; ; ) {
      try {
        int count = opened().read(into, offset, length);
        if (count < 0) {
          return end();
        }
        read += count;
        if (file.size() >= 0 && read > file.size()) {
          throw new Changed();
        }
        before.update(into, offset, count);
        tail.add(into, offset, count);
        return count;
      } catch (Changed | Line.Refusal told) {
        throw told;
      } catch (IOException | RuntimeException cut) {
        again(cut);
      }
    }
  }

  private InputStream opened() throws IOException {
    InputStream open = bytes;
    if (open == null) {
      open = read == 0 ? line.read(path(), 0) : resumed();
      bytes = open;
    }
    return open;
  }

  private String path() throws IOException {
    return folder.path(line, file);
  }

  /** Nothing is read on before the server still shows the same version. */
  private InputStream resumed() throws IOException {
    expectSameVersion();
    long from = read - tail.size();
    try {
      InputStream more = line.read(path(), from);
      byte[] repeated = more.readNBytes(tail.size());
      if (!tail.is(repeated)) {
        more.close();
        throw new Changed();
      }
      return more;
    } catch (Line.NoResume refused) {
      return fromTheBeginning();
    }
  }

  private InputStream fromTheBeginning() throws IOException {
    InputStream more = line.read(path(), 0);
    CRC32C again = new CRC32C();
    byte[] piece = new byte[1 << 16];
    for (long left = read; left > 0; ) {
      int count = more.read(piece, 0, (int) Math.min(piece.length, left));
      if (count < 0) {
        throw new Changed();
      }
      again.update(piece, 0, count);
      left -= count;
    }
    if (again.getValue() != before.getValue()) {
      more.close();
      throw new Changed();
    }
    return more;
  }

  /** The end counts when as much came as the server shows, and it shows the same as before. */
  private int end() throws IOException {
    if (file.size() >= 0 && read < file.size()) {
      throw new EOFException(
          "只取到 " + read + " 字节，服务器记为 " + file.size() + " 字节 the transfer was cut");
    }
    expectSameVersion();
    ended = true;
    return -1;
  }

  private void expectSameVersion() throws IOException {
    if (!folder.isStill(line, file)) {
      throw new Changed();
    }
  }

  private void again(Exception cut) throws IOException {
    bytes = null;
    line.drop();
    if (++cuts > CUTS) {
      throw cut instanceof IOException lost ? lost : new IOException(cut);
    }
    folder.cut(file, read, cut);
  }

  @Override
  public void close() throws IOException {
    InputStream open = bytes;
    bytes = null;
    if (open != null) {
      open.close();
    }
  }

  /** It has become another version while it was read. */
  static final class Changed extends IOException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("文件在取的过程中被改动，等它停下再取 the file was changed while it was fetched");
    }
  }
}
