package cn.baosong.camel.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The volumes of one archive, or the files of one folder, as one stream: an uncompressed tar, made
 * while they are read.
 */
final class VolumeTar {
  private static final int BLOCK = 512;

  private VolumeTar() {}

  static InputStream of(ServerFile set, Function<ServerFile, InputStream> bytes) {
    int above = set.path().lastIndexOf('/') + 1;
    return sequence(
        IntStream.range(0, set.volumes().size() * 3 + 1)
            .mapToObj(index -> part(index, set.volumes(), above, bytes))
            .iterator());
  }

  /** One after another, each opened when its turn comes. */
  static InputStream sequence(Iterator<InputStream> parts) {
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return parts.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return parts.next();
          }
        });
  }

  private static InputStream part(
      int index, List<ServerFile> volumes, int above, Function<ServerFile, InputStream> bytes) {
    if (index == volumes.size() * 3) {
      return new ByteArrayInputStream(new byte[2 * BLOCK]);
    }
    ServerFile volume = volumes.get(index / 3);
    return switch (index % 3) {
      case 0 -> new ByteArrayInputStream(header(volume, above));
      case 1 -> bytes.apply(volume);
      default ->
          new ByteArrayInputStream(new byte[(int) ((BLOCK - volume.size() % BLOCK) % BLOCK)]);
    };
  }

  /** Its name is the path from beside the set on. */
  private static byte[] header(ServerFile volume, int above) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TarArchiveOutputStream tar =
          new TarArchiveOutputStream(bytes, BLOCK, StandardCharsets.ISO_8859_1.name());
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
      TarArchiveEntry entry = new TarArchiveEntry(volume.path().substring(above));
      entry.setSize(volume.size());
      entry.setModTime(volume.modified().map(at -> at.toEpochMilli()).orElse(0L));
      entry.setIds(0, 0);
      tar.putArchiveEntry(entry);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
