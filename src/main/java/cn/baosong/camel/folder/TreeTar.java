package cn.baosong.camel.folder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A folder as one stream of bytes: an uncompressed tar, made while it is read. Names keep their
 * bytes (Latin-1 carries them through), and two readings of an unchanged folder give the same
 * bytes.
 */
final class TreeTar {
  private static final int BLOCK = 512;
  private final Path root;
  private final List<Path> files;

  /** {@code files} are the regular files below {@code root}, in the order they shall have. */
  TreeTar(Path root, List<Path> files) {
    this.root = root;
    this.files = List.copyOf(files);
  }

  InputStream stream() {
    Iterator<InputStream> parts =
        IntStream.range(0, files.size() * 3 + 1).mapToObj(this::part).iterator();
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

  private InputStream part(int index) {
    if (index == files.size() * 3) {
      return new ByteArrayInputStream(new byte[2 * BLOCK]);
    }
    Path file = files.get(index / 3);
    try {
      return switch (index % 3) {
        case 0 -> new ByteArrayInputStream(header(file));
        case 1 ->
            new ExactStream(
                Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), Files.size(file));
        default ->
            new ByteArrayInputStream(new byte[(int) ((BLOCK - Files.size(file) % BLOCK) % BLOCK)]);
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte[] header(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarArchiveOutputStream tar =
        new TarArchiveOutputStream(bytes, BLOCK, StandardCharsets.ISO_8859_1.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    TarArchiveEntry entry = new TarArchiveEntry(rawPath(file));
    entry.setSize(Files.size(file));
    entry.setModTime(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis());
    entry.setIds(0, 0);
    tar.putArchiveEntry(entry);
    return bytes.toByteArray();
  }

  private String rawPath(Path file) {
    StringBuilder path = new StringBuilder();
    for (Path at = file; at != null && !at.equals(root); at = at.getParent()) {
      String name = new String(RawNames.bytes(at), StandardCharsets.ISO_8859_1);
      path.insert(0, path.isEmpty() ? name : name + "/");
    }
    return path.toString();
  }
}
