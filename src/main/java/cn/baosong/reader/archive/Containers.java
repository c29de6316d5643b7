package cn.baosong.reader.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Unpacks one container of whatever kind, one level deep. */
final class Containers {
  private static final int BUFFER = 1 << 16;

  /** Enough for {@code xz -9}, whose dictionary takes 64 MiB. */
  private static final int XZ_MEMORY_KIB = 80 << 10;

  /** The collection tool's file is passed on unopened, whatever its first bytes look like. */
  private static final Pattern OPAQUE = Pattern.compile("(?i).*[.．·・]rpu");

  private static final Pattern COMPRESSION = Pattern.compile("(?i)\\.(gz|bz2|xz|zst)$");

  private final Unpacking unpacking;

  Containers(Unpacking unpacking) {
    this.unpacking = unpacking;
  }

  /** Whether a file is a container at all; documents in zip clothing are not. */
  boolean isContainer(Path file, String name) {
    return kindOf(file, name) != ContainerKind.LOOSE;
  }

  List<Found> unpack(Path file, String name) throws Refusal {
    ContainerKind kind = kindOf(file, name);
    try (BlobChannel channel = new BlobChannel(file)) {
      return unpack(kind, channel, name);
    } catch (DiskFailure ours) {
      throw ours;
    } catch (MemoryLimitException needsTooMuch) {
      throw unsupported(name);
    } catch (IOException | RuntimeException theirs) {
      // The decoders answer damaged bytes with whatever exception they happen to run into.
      throw ZipDirectory.damaged(name);
    }
  }

  private ContainerKind kindOf(Path file, String name) {
    if (OPAQUE.matcher(name).matches()) {
      return ContainerKind.LOOSE;
    }
    try (BlobChannel channel = new BlobChannel(file)) {
      ContainerKind kind = ContainerKind.of(channel.peek(0, ContainerKind.HEAD));
      boolean document =
          kind == ContainerKind.ZIP && ZipReader.isDocument(channel, name, unpacking.limits);
      return document ? ContainerKind.LOOSE : kind;
    } catch (DiskFailure ours) {
      throw ours;
    } catch (IOException | RuntimeException damagedZip) {
      return ContainerKind.ZIP;
    }
  }

  private List<Found> unpack(ContainerKind kind, BlobChannel channel, String name)
      throws IOException, Refusal {
    return switch (kind) {
      case ZIP -> new ZipReader(name, unpacking).read(channel);
      case SPLIT_ZIP -> throw ZipDirectory.split(name);
      case TAR -> new TarReader(buffered(channel), name, unpacking).read();
      case GZIP, BZIP2, XZ, ZSTD -> tarOrSingle(decompressed(kind, buffered(channel)), name);
      case RAR, SEVEN_ZIP -> throw unsupported(name);
      case LOOSE -> single(buffered(channel), name);
    };
  }

  private static InputStream buffered(BlobChannel channel) {
    channel.position(0);
    return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
  }

  private static InputStream decompressed(ContainerKind kind, InputStream in) throws IOException {
    return switch (kind) {
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_MEMORY_KIB)
              .get();
      case ZSTD -> new ZstdCompressorInputStream(in);
      case ZIP, SPLIT_ZIP, TAR, RAR, SEVEN_ZIP, LOOSE ->
          throw new IllegalArgumentException(kind + " is not a compression");
    };
  }

  private List<Found> tarOrSingle(InputStream plain, String name) throws IOException, Refusal {
    InputStream in = new BufferedInputStream(plain, BUFFER);
    in.mark(TarHeader.BLOCK);
    boolean tar = TarHeader.looksLike(in.readNBytes(TarHeader.BLOCK));
    in.reset();
    return tar
        ? new TarReader(in, name, unpacking).read()
        : single(in, COMPRESSION.matcher(name).replaceFirst(""));
  }

  private List<Found> single(InputStream in, String name) throws IOException, Refusal {
    unpacking.budget.entry();
    return List.of(Found.named(name, unpacking.workspace.keep(name, in, Long.MAX_VALUE)));
  }

  private static Refusal unsupported(String name) {
    return Refusal.unsupported(
        name,
        "的压缩格式不受支持（如 RAR、7z），请改用 zip 压缩后报送",
        "is packed in a format we do not read (such as RAR or 7z); send a zip");
  }
}
