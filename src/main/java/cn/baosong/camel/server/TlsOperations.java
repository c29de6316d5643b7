package cn.baosong.camel.server;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.FtpsOperations;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/** The same over FTPS: both lines encrypted, the server's name and certificate checked. */
final class TlsOperations extends FtpsOperations implements Lined {
  private final ServerFolder folder;
  private final FtpLine line;

  /** A client whose data connections can be asked for. */
  static final class Client extends FTPSClient {
    Client(boolean implicit, SSLContext context) {
      super(implicit, context);
      setEndpointCheckingEnabled(true);
    }

    @Nullable Socket open(String command) throws IOException {
      return _openDataConnection_(command, (String) null);
    }
  }

  TlsOperations(Client client, ServerFolder folder) {
    super(client, null);
    this.folder = folder;
    this.line = new FtpLine(client, client::open, () -> connect(endpoint.getConfiguration(), null));
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public boolean connect(RemoteFileConfiguration configuration, @Nullable Exchange exchange) {
    boolean open = super.connect(configuration, exchange);
    HeldFtp.begin(line);
    return open;
  }

  @Override
  public FTPFile[] listFiles() {
    return HeldFtp.of(folder.look(line));
  }

  @Override
  public FTPFile[] listFiles(@Nullable String ignored) {
    return listFiles();
  }

  @Override
  public boolean retrieveFile(String name, Exchange exchange, long size) {
    return Held.bring(exchange, line, folder);
  }

  /** What was read ended with its reader. */
  @Override
  public void releaseRetrievedFileResources(Exchange exchange) {}
}
