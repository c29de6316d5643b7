package cn.baosong.reader.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/**
 * The part that a detached signature is about, digested while it is read: with its header, each
 * line ended by CR and LF, whatever a store made of that (RFC 8551, 3.1.1).
 */
final class SignedPart extends FilterInputStream {
  /** What signatures digest by, with the object identifiers by which they name it. */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  private static final int BUFFER = 1 << 13;

  private final Map<String, MessageDigest> digests = new HashMap<>();
  private final byte[] lines = new byte[2 * BUFFER];
  private int last = -1;

  SignedPart(InputStream raw) {
    super(raw);
    ALGORITHMS.forEach((oid, name) -> digests.put(oid, digest(name)));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** By object identifier, of what was read up to now, which is all of it. */
  Map<String, byte[]> digests() {
    Map<String, byte[]> found = new HashMap<>();
    digests.forEach((oid, digest) -> found.put(oid, digest.digest()));
    return found;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, Math.min(most, BUFFER));
    int length = 0;
    for (int i = from; i < from + read; i++) {
      if (into[i] == '\n' && last != '\r') {
        lines[length++] = '\r';
      }
      lines[length++] = into[i];
      last = into[i];
    }
    for (MessageDigest digest : digests.values()) {
      digest.update(lines, 0, length);
    }
    return read;
  }

  /** What is skipped is signed too. */
  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, BUFFER)).length;
  }

  /** The parser closes what it cannot parse; the rest of it is signed too. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
