package cn.baosong.camel.server;

import java.time.Duration;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.commons.net.ftp.FTPClient;

/**
 * How long a server may be silent, so that none is waited for without end.
 *
 * @param connecting milliseconds
 * @param silent milliseconds
 */
record Patience(int connecting, int silent) {
  private static final int BUFFER = 1 << 18;

  static Patience of(RemoteFileConfiguration told) {
    return new Patience(told.getConnectTimeout(), told.getSoTimeout());
  }

  void set(FTPClient client) {
    client.setConnectTimeout(connecting);
    client.setDefaultTimeout(silent);
    client.setDataTimeout(Duration.ofMillis(silent));
    client.setBufferSize(BUFFER);
    client.setReceieveDataSocketBufferSize(BUFFER);
  }
}
