package cn.baosong.reader.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.archivers.zip.ZipShort;

/** The encryption of WinZip (AE-1, AE-2), as 7-Zip and WinRAR write it into zips. */
final class ZipAes extends InputStream {
  private static final ZipShort FIELD = new ZipShort(0x9901);
  private static final int FIELD_LENGTH = 7;
  private static final int ROUNDS = 1000;
  private static final int CHECK = 2;
  private static final int CODE = 10;
  private static final int BLOCK = 16;

  private final InputStream raw;
  private final Cipher aes;
  private final Mac mac;
  private final byte[] counter = new byte[BLOCK];
  private byte[] pad = new byte[0];
  private int used;
  private long left;
  private boolean proven;

  private ZipAes(InputStream raw, Keys keys, long length) throws GeneralSecurityException {
    this.raw = raw;
    this.left = length;
    this.aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.encryption(), "AES"));
    this.mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(keys.authentication(), "HmacSHA1"));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Keys(byte[] encryption, byte[] authentication, byte[] check) {
    static Keys of(byte[] password, byte[] salt, int size) throws GeneralSecurityException {
      char[] signs = new String(password, StandardCharsets.UTF_8).toCharArray();
      byte[] all =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
              .generateSecret(new PBEKeySpec(signs, salt, ROUNDS, (2 * size + CHECK) * 8))
              .getEncoded();
      return new Keys(
          Arrays.copyOfRange(all, 0, size),
          Arrays.copyOfRange(all, size, 2 * size),
          Arrays.copyOfRange(all, 2 * size, all.length));
    }
  }

  static boolean isUsedBy(ZipArchiveEntry entry) {
    return entry.getMethod() == ZipMethod.AES_ENCRYPTED.getCode();
  }

  private static byte[] field(ZipArchiveEntry entry) throws IOException {
    ZipExtraField field = entry.getExtraField(FIELD);
    byte[] bytes = field == null ? new byte[0] : field.getCentralDirectoryData();
    if (bytes.length < FIELD_LENGTH || bytes[4] < 1 || bytes[4] > 3) {
      throw new IOException("unknown encryption");
    }
    return bytes;
  }

  /** How it was packed before it was encrypted. */
  static int method(ZipArchiveEntry entry) throws IOException {
    byte[] field = field(entry);
    return field[5] & 0xFF | (field[6] & 0xFF) << 8;
  }

  /**
   * @throws IOException when the password is another
   */
  static InputStream open(InputStream raw, ZipArchiveEntry entry, byte[] password)
      throws IOException {
    int size = 8 + 8 * field(entry)[4];
    byte[] salt = raw.readNBytes(size / 2);
    byte[] check = raw.readNBytes(CHECK);
    try {
      Keys keys = Keys.of(password, salt, size);
      if (!Arrays.equals(check, keys.check())) {
        throw new IOException("another password");
      }
      return new ZipAes(raw, keys, entry.getCompressedSize() - size / 2 - CHECK - CODE);
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new IOException("cannot be decrypted", damaged);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (left <= 0) {
      prove();
      return -1;
    }
    int read = raw.read(into, from, (int) Math.min(most, left));
    if (read < 0) {
      throw new EOFException("cut off");
    }
    left -= read;
    mac.update(into, from, read);
    for (int i = from; i < from + read; i++) {
      into[i] ^= next();
    }
    return read;
  }

  private byte next() throws IOException {
    if (used == pad.length) {
      for (int i = 0; i < BLOCK && ++counter[i] == 0; i++) {
        continue;
      }
      pad = aes.update(counter);
      used = 0;
    }
    return pad[used++];
  }

  private void prove() throws IOException {
    if (!proven
        && !MessageDigest.isEqual(raw.readNBytes(CODE), Arrays.copyOf(mac.doFinal(), CODE))) {
      throw new IOException("changed, or another password");
    }
    proven = true;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
