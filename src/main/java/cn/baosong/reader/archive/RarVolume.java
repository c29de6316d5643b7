package cn.baosong.reader.archive;

import com.github.junrar.Archive;
import com.github.junrar.io.SeekableReadOnlyByteChannel;
import com.github.junrar.volume.Volume;
import com.github.junrar.volume.VolumeManager;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blob as the RAR library wants to see it: one volume, and no other is looked for. */
final class RarVolume implements VolumeManager, SeekableReadOnlyByteChannel {
  private final BlobChannel channel;
  private Optional<DiskFailure> ours = Optional.empty();

  RarVolume(BlobChannel channel) {
    this.channel = channel;
  }

  /** The library wraps or swallows what is thrown through it; our own disk is not to be lost. */
  void rethrowOurs() {
    ours.ifPresent(
        failure -> {
          throw failure;
        });
  }

  @Override
  public @Nullable Volume nextVolume(Archive archive, @Nullable Volume last) {
    return last == null ? new Only(archive) : null;
  }

  @Override
  public long getPosition() {
    return channel.position();
  }

  @Override
  public void setPosition(long position) throws IOException {
    if (position < 0) {
      throw new IOException("no such place");
    }
    channel.position(position);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    try {
      return channel.read(ByteBuffer.wrap(buffer, offset, count));
    } catch (DiskFailure failure) {
      ours = Optional.of(failure);
      throw failure;
    }
  }

  @Override
  public int readFully(byte[] buffer, int count) throws IOException {
    int got = 0;
    while (got < count) {
      int n = read(buffer, got, count - got);
      if (n < 0) {
        throw new EOFException("cut off");
      }
      got += n;
    }
    return got;
  }

  /** The blob is its owner's to close. */
  @Override
  public void close() {}

  private final class Only implements Volume {
    private final Archive archive;

    Only(Archive archive) {
      this.archive = archive;
    }

    @Override
    public SeekableReadOnlyByteChannel getChannel() {
      return RarVolume.this;
    }

    @Override
    public long getLength() {
      return channel.size();
    }

    @Override
    public Archive getArchive() {
      return archive;
    }
  }
}
