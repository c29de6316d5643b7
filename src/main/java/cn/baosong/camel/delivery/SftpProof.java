package cn.baosong.camel.delivery;

import cn.baosong.camel.Facts;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * The end of a transfer by SFTP: what lies on the server under its temporary name is read back, and
 * only when it is the case byte for byte does it get its name. SFTP has no digest of its own.
 */
public final class SftpProof {
  private static final String PART = ".part";

  /**
   * Gives the file that the step before has stored its name; one that stands there already and is
   * the same stays.
   *
   * @throws IOException when the server holds other bytes than were sent
   */
  public void prove(Exchange exchange) throws IOException {
    SftpEndpoint server = server(exchange);
    String name =
        server.getConfiguration().getDirectory()
            + "/"
            + exchange.getVariable(Facts.NAME, String.class);
    String digest = exchange.getVariable(Facts.DIGEST, String.class);
    server.getConfiguration().setStreamDownload(true);
    RemoteFileOperations<SftpRemoteFile> line = server.createRemoteFileOperations();
    line.connect(server.getConfiguration(), server.createExchange());
    try {
      expect(digest, digest(server, line, name + PART));
      put(server, line, name, digest);
    } finally {
      line.disconnect();
    }
  }

  /** SFTP renames onto nothing that is there. */
  private static void put(
      SftpEndpoint server, RemoteFileOperations<SftpRemoteFile> line, String name, String digest)
      throws IOException {
    if (line.existsFile(name)) {
      if (digest(server, line, name).equals(digest)) {
        line.deleteFile(name + PART);
        return;
      }
      line.deleteFile(name);
    }
    line.renameFile(name + PART, name);
  }

  private static SftpEndpoint server(Exchange exchange) {
    String uri = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, String.class);
    if (exchange.getContext().hasEndpoint(uri) instanceof SftpEndpoint server) {
      return server;
    }
    throw new IllegalStateException("the step before the proof is to be a transfer by sftp");
  }

  private static String digest(
      SftpEndpoint server, RemoteFileOperations<SftpRemoteFile> line, String name)
      throws IOException {
    Exchange read = server.createExchange();
    GenericFile<SftpRemoteFile> file = new GenericFile<>();
    read.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
    line.retrieveFile(name, read, 0);
    try (InputStream bytes = (InputStream) file.getBody()) {
      return Proof.digest(bytes);
    }
  }

  private static void expect(String sent, String found) throws IOException {
    if (!sent.equals(found)) {
      throw new IOException(
          "对方服务器上的文件与送出的不一致，没有改为正式名称。 The server holds other bytes than were sent: " + found);
    }
  }
}
