package cn.baosong.camel.mail;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends only when the mail ended: a fetch that was cut brings fewer bytes than the server counted.
 * Some servers only estimate; what comes out the same twice is whole.
 */
final class WholeStream extends FilterInputStream {
  private final long announced;
  private final MailFolder folder;
  private final Sighting sighting;
  private long read;

  WholeStream(InputStream in, long announced, MailFolder folder, Sighting sighting) {
    super(in);
    this.announced = announced;
    this.folder = folder;
    this.sighting = sighting;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    return checked(one, one < 0 ? 0 : 1);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    return checked(count, Math.max(count, 0));
  }

  private int checked(int answer, int count) throws IOException {
    read += count;
    if (answer < 0 && read < announced && !folder.endsAgainAt(sighting.key(), read)) {
      throw new EOFException("邮件只取到 " + read + " 字节，服务器记为 " + announced + " 字节 the fetch was cut");
    }
    return answer;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
