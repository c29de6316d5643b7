package cn.baosong.reader.archive;

import cn.baosong.reader.mail.EnclosureLooks;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Tells by the first and the last bytes of a file whether it is a paper, or a zip whose directory
 * is in order and promises no more than is opened at once. Nothing is unpacked, and nothing of it
 * decides what is found in the end: what does not look so is opened later (ADR 0026).
 */
public final class ArchiveLooks implements EnclosureLooks {
  private static final Pattern PACKED =
      Pattern.compile("(?i).*\\.(zip|rar|7z|tar|t?gz|bz2|xz|zst|iso|cab|z?\\d{2,3})");

  private static final int BLOCK = 96 << 10;

  private final ArchiveLimits limits;
  private final AtOnce most;

  public ArchiveLooks(ArchiveLimits limits, AtOnce most) {
    this.limits = limits;
    this.most = most;
  }

  @Override
  public boolean isUsual(String name, InputStream plain) throws IOException {
    byte[] head = plain.readNBytes(ContainerKind.HEAD);
    return switch (ContainerKind.of(head)) {
      case ZIP -> ending(head, plain).isUsual(limits, most);
      case LOOSE -> !PACKED.matcher(name).matches();
      case SPLIT_ZIP, TAR, GZIP, BZIP2, XZ, ZSTD, RAR, SEVEN_ZIP, DISC_IMAGE, PROGRAM -> false;
    };
  }

  /** The last block and what there is of the one before it. */
  private static ZipEnding ending(byte[] head, InputStream rest) throws IOException {
    byte[] before = {};
    byte[] last = head;
    long size = head.length;
    for (byte[] next = rest.readNBytes(BLOCK); next.length > 0; next = rest.readNBytes(BLOCK)) {
      before = last;
      last = next;
      size += next.length;
    }
    byte[] both = new byte[before.length + last.length];
    System.arraycopy(before, 0, both, 0, before.length);
    System.arraycopy(last, 0, both, before.length, last.length);
    return new ZipEnding(both, size);
  }
}
