package cn.baosong.reader.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The stored blob, read only. What fails here is our disk ({@link DiskFailure}); what a parser then
 * throws about the bytes is the sender's.
 */
final class BlobChannel implements SeekableByteChannel {
  private final SeekableByteChannel file;
  private final boolean lent;

  BlobChannel(Path blob) {
    this.file = onOurDisk(() -> Files.newByteChannel(blob));
    this.lent = false;
  }

  private BlobChannel(BlobChannel whole) {
    this.file = whole.file;
    this.lent = true;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private static <T> T onOurDisk(Step<T> step) {
    try {
      return step.run();
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }

  /** Fills a buffer from a place; short when the file ends there. */
  byte[] peek(long from, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    position(from);
    while (buffer.hasRemaining() && read(buffer) >= 0) {
      continue;
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  @Override
  public int read(ByteBuffer target) {
    return onOurDisk(() -> file.read(target));
  }

  @Override
  public long position() {
    return onOurDisk(file::position);
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    onOurDisk(() -> file.position(newPosition));
    return this;
  }

  @Override
  public long size() {
    return onOurDisk(file::size);
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (!lent) {
      file.close();
    }
  }

  /** The same for a library that closes what it reads. */
  BlobChannel lent() {
    return new BlobChannel(this);
  }
}
