package cn.baosong.camel.server;

import java.io.IOException;
import java.net.Socket;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpOperations;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.jspecify.annotations.Nullable;

/** camel-ftp's operations over FTP; what they bring is decided by the office. */
final class PlainOperations extends FtpOperations {
  private final ServerFolder folder;
  private final FtpLine line;

  /** A client whose data connections can be asked for. */
  static final class Client extends FTPClient {
    @Nullable Socket open(String command) throws IOException {
      return _openDataConnection_(command, null);
    }
  }

  PlainOperations(Client client, ServerFolder folder) {
    super(client, null);
    this.folder = folder;
    this.line = new FtpLine(client, client::open, () -> connect(endpoint.getConfiguration(), null));
  }

  @Override
  public boolean connect(RemoteFileConfiguration configuration, @Nullable Exchange exchange) {
    if (!folder.place().account().mayBePlain()) {
      throw new GenericFileOperationFailedException(ServerTrouble.NOT_IN_CLEAR);
    }
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
