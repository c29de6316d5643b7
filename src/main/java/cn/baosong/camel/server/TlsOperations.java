package cn.baosong.camel.server;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.FtpsOperations;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.commons.net.ftp.FTPFile;
import org.jspecify.annotations.Nullable;

/** The same over FTPS: both lines encrypted, the server's name and certificate checked. */
final class TlsOperations extends FtpsOperations {
  private final ServerFolder folder;
  private final FtpLine line;

  TlsOperations(TlsClient client, ServerFolder folder) {
    super(client, null);
    this.folder = folder;
    this.line = new FtpLine(client, client::open, () -> connect(endpoint.getConfiguration(), null));
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
