package cn.baosong.reader.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells the same message that came by two ways, which differ in what hosts wrote above it: taken
 * while it is read, of everything behind its header, whatever ends its lines.
 */
final class Fingerprint extends FilterInputStream {
  /** Fields that the author's program writes and no host on the way changes. */
  private static final List<String> FIELDS =
      List.of("message-id", "from", "subject", "date", "content-type");

  private static final int BUFFER = 1 << 13;

  private final MessageDigest sha256;
  private final byte[] kept = new byte[BUFFER];
  private boolean body;
  private int last = '\n';

  Fingerprint(InputStream message) {
    super(message);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was taken, once the message is at its end. */
  Optional<String> of(MailHeader header) {
    byte[] body = sha256.digest();
    if (!header.has("message-id")) {
      return Optional.empty();
    }
    sha256.update(body);
    for (String name : FIELDS) {
      String field = header.latin(name).orElse("").replaceAll("\\s+", " ").strip();
      sha256.update((field + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return Optional.of(HexFormat.of().formatHex(sha256.digest()));
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
      if (into[i] != '\r') {
        if (body) {
          kept[length++] = into[i];
        }
        body |= into[i] == '\n' && last == '\n';
        last = into[i];
      }
    }
    sha256.update(kept, 0, length);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, BUFFER)).length;
  }

  /** The parser closes what it cannot parse; the rest of it counts too. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
