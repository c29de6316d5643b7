package cn.baosong.carriers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A department's SFTP server; it may be closed and opened again at the same port. */
public final class SftpDepartment implements AutoCloseable {
  private final Path home;
  private final KeyPair host;
  private final KeyPair office;
  private SshServer server;
  private int port;

  public SftpDepartment(Path folder) throws Exception {
    this.home = Files.createDirectories(folder.resolve("sftp"));
    Files.createDirectories(inbox());
    this.host = OwnCertificate.rsa();
    this.office = OwnCertificate.rsa();
    this.server = server(host);
  }

  private SshServer server(KeyPair key) {
    SshServer made = SshServer.setUpDefaultServer();
    made.setHost("127.0.0.1");
    made.setPort(port);
    made.setKeyPairProvider(KeyPairProvider.wrap(key));
    made.setPublickeyAuthenticator(
        (user, known, session) ->
            user.equals("baosong") && KeyUtils.compareKeys(known, office.getPublic()));
    made.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    made.setFileSystemFactory(new VirtualFileSystemFactory(home));
    return made;
  }

  public SftpDepartment open() throws IOException {
    server = server(host);
    server.start();
    port = server.getPort();
    return this;
  }

  /** Opens under another host key than the one that everybody knows. */
  public SftpDepartment openFalse() throws Exception {
    server = server(OwnCertificate.rsa());
    server.start();
    port = server.getPort();
    return this;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  public int port() {
    return port;
  }

  public Path inbox() {
    return home.resolve("inbox");
  }

  public Path privateKey(Path folder) throws IOException {
    return OwnCertificate.written(office.getPrivate(), folder.resolve("id_rsa"));
  }

  public Path knownHosts(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s%n".formatted(port, PublicKeyEntry.toString(host.getPublic())));
  }
}
