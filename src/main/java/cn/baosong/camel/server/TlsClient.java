package cn.baosong.camel.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.DefaultSocketFactory;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * A client whose data lines can be asked for, and resume the session of the first line, without
 * which vsftpd and ProFTPD refuse them: Java looks sessions up by host and port, so each says that
 * it goes to the port of the first.
 */
final class TlsClient extends FTPSClient {
  private final SSLContext context;

  TlsClient(boolean implicit, SSLContext context) {
    super(implicit, context);
    this.context = context;
    setEndpointCheckingEnabled(true);
  }

  @Nullable Socket open(String command) throws IOException {
    return _openDataConnection_(command, (String) null);
  }

  /** Data lines are opened plainly and encrypted here. */
  @Override
  public void execPROT(String level) throws IOException {
    super.execPROT(level);
    setSocketFactory(new Lines(getRemotePort()));
  }

  /** A line that is only written to may leave no ticket for the next: all begins anew. */
  @Override
  public boolean storeFile(String path, InputStream bytes) throws IOException {
    boolean stored = super.storeFile(path, bytes);
    if (stored) {
      disconnect();
    }
    return stored;
  }

  @Override
  protected @Nullable Socket _openDataConnection_(String command, @Nullable String argument)
      throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    return plain == null ? null : encrypted(plain);
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocket line =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, _hostname_, getRemotePort(), true);
    SSLParameters parameters = line.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    line.setSSLParameters(parameters);
    line.startHandshake();
    return line;
  }

  /** Lines that say they go to the one port. */
  private static final class Lines extends DefaultSocketFactory {
    private final int port;

    Lines(int port) {
      this.port = port;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public int getPort() {
          return port;
        }
      };
    }
  }
}
