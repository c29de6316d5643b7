package cn.baosong.reader.archive;

import cn.baosong.reader.mail.Passwords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** The password of a zip that its sender wrote into the mail; it is shown to nobody. */
final class ZipSecret {
  private static final Charset GBK = Charset.forName("GBK");

  /** Of the entry by which a password is tried, unpacked. */
  private static final long TRIED = 64L << 20;

  private final byte[] password;

  private ZipSecret(byte[] password) {
    this.password = password;
  }

  /** The one among the words of the mail that opens these entries. */
  static Optional<ZipSecret> among(String words, ZipFile zip, List<ZipArchiveEntry> encrypted) {
    Optional<ZipArchiveEntry> smallest =
        encrypted.stream().min(Comparator.comparingLong(ZipArchiveEntry::getSize));
    return Passwords.in(words).stream()
        .flatMap(word -> Stream.of(word.getBytes(StandardCharsets.UTF_8), word.getBytes(GBK)))
        .map(ZipSecret::new)
        .filter(secret -> smallest.filter(entry -> secret.opens(zip, entry)).isPresent())
        .findFirst();
  }

  private boolean opens(ZipFile zip, ZipArchiveEntry entry) {
    try (InputStream plain = content(zip, entry);
        CheckedInputStream checked = new CheckedInputStream(plain, new CRC32())) {
      byte[] buffer = new byte[1 << 13];
      long size = 0;
      for (int n = checked.read(buffer); n >= 0 && size <= TRIED; n = checked.read(buffer)) {
        size += n;
      }
      return size == entry.getSize() && isWhole(entry, checked.getChecksum().getValue());
    } catch (IOException wrong) {
      return false;
    }
  }

  /** Whether the sum fits; the newer way of AES keeps none and proves the bytes by its own code. */
  static boolean isWhole(ZipArchiveEntry entry, long crc) {
    return entry.getCrc() == crc || (ZipAes.isUsedBy(entry) && entry.getCrc() == 0);
  }

  /**
   * The plain bytes of an entry.
   *
   * @throws IOException when the password is another, or the way of packing is not known
   */
  InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    InputStream raw = zip.getRawInputStream(entry);
    boolean aes = ZipAes.isUsedBy(entry);
    InputStream packed =
        aes ? ZipAes.open(raw, entry, password) : new ZipCrypto(raw, entry, password);
    int method = aes ? ZipAes.method(entry) : entry.getMethod();
    if (method == ZipMethod.STORED.getCode()) {
      return packed;
    }
    if (method != ZipMethod.DEFLATED.getCode()) {
      throw new IOException("packed by method " + method);
    }
    return new Inflated(packed);
  }

  /** Gives its memory back. */
  private static final class Inflated extends InflaterInputStream {
    Inflated(InputStream packed) {
      // the decoder wants one byte beyond the end
      super(
          new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1])),
          new Inflater(true));
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }
}
