package cn.baosong.camel.server;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/**
 * camel-ftp's operations over SFTP. The session is camel-ftp's, with its keys and its known hosts;
 * the channel is ours, so that names keep their bytes and a listing has an end.
 */
final class SshOperations extends SftpOperations {
  private final ServerFolder folder;
  private final RemoteFileConfiguration configuration;
  private final int patience;
  private final SftpLine line;
  private @Nullable Session session;
  private @Nullable ChannelSftp channel;

  /**
   * @param patience milliseconds to connect in
   */
  SshOperations(ServerFolder folder, RemoteFileConfiguration configuration, int patience) {
    this.folder = folder;
    this.configuration = configuration;
    this.patience = patience;
    this.line = new SftpLine(this::open, this::forceDisconnect);
  }

  private ChannelSftp open() {
    ChannelSftp known = channel;
    if (known != null && isConnected()) {
      return known;
    }
    connect(configuration, null);
    return Objects.requireNonNull(channel);
  }

  @Override
  public boolean connect(RemoteFileConfiguration told, @Nullable Exchange exchange) {
    if (isConnected()) {
      return true;
    }
    forceDisconnect();
    try {
      Session made = createSession(told);
      session = made;
      made.connect(patience);
      ChannelSftp opened = (ChannelSftp) made.openChannel("sftp");
      opened.setFilenameEncoding(StandardCharsets.ISO_8859_1);
      opened.connect(patience);
      channel = opened;
      return true;
    } catch (JSchException failed) {
      forceDisconnect();
      throw new GenericFileOperationFailedException(failed.getMessage(), failed);
    }
  }

  @Override
  public boolean isConnected() {
    Session own = session;
    ChannelSftp opened = channel;
    return own != null && own.isConnected() && opened != null && opened.isConnected();
  }

  @Override
  public void disconnect() {
    forceDisconnect();
  }

  @Override
  public void forceDisconnect() {
    Session own = session;
    session = null;
    channel = null;
    if (own != null) {
      own.disconnect();
    }
  }

  @Override
  public boolean sendNoop() {
    Session own = session;
    try {
      if (own == null || !isConnected()) {
        return false;
      }
      own.sendKeepAliveMsg();
      return true;
    } catch (Exception gone) {
      return false;
    }
  }

  @Override
  public SftpRemoteFile[] listFiles() {
    return folder.look(line).stream().map(HeldSftp::new).toArray(SftpRemoteFile[]::new);
  }

  @Override
  public SftpRemoteFile[] listFiles(@Nullable String ignored) {
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
