package cn.baosong.carriers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Servers of this process that units upload to; each serves a folder of its own. */
public final class Uploads {
  public static final String USER = "baosong";
  public static final String PASSWORD = "only for+tests%&1";
  private static final String STORE = "secret-of-a-test";

  private final Path home;
  private final OwnCertificate certificate;
  private final KeyPair host;
  private final KeyPair office;
  private final List<String> logins = new CopyOnWriteArrayList<>();

  /**
   * @param home its folders are made below
   */
  public Uploads(Path home) throws Exception {
    this.home = home;
    this.certificate = OwnCertificate.forThisMachine();
    this.host = OwnCertificate.rsa();
    this.office = OwnCertificate.rsa();
  }

  /** Whether a password was ever told to the SFTP server. */
  public boolean wasToldAPassword(String server) {
    return logins.contains(server);
  }

  public Path folder(String server) throws IOException {
    return Files.createDirectories(home.resolve(server));
  }

  /** The certificate that the FTPS servers show. */
  public Path trust() throws IOException {
    return certificate.certificate(home.resolve("server.pem"));
  }

  public Path privateKey() throws IOException {
    return OwnCertificate.written(office.getPrivate(), home.resolve("id_rsa"));
  }

  /** The host key of the SFTP servers at these ports. */
  public Path knownHosts(String name, int... ports) throws Exception {
    return knownHosts(name, host, ports);
  }

  /** A key that none of them has. */
  public Path wrongHosts(String name, int... ports) throws Exception {
    return knownHosts(name, OwnCertificate.rsa(), ports);
  }

  private Path knownHosts(String name, KeyPair key, int... ports) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int port : ports) {
      lines.append("[127.0.0.1]:%d %s%n".formatted(port, PublicKeyEntry.toString(key.getPublic())));
    }
    return Files.writeString(home.resolve(name), lines);
  }

  public SshServer sftp(String name) throws IOException {
    return sftp(name, 0);
  }

  /** An SFTP server at a port, at any when it is zero. */
  public SshServer sftp(String name, int port) throws IOException {
    SshServer made = SshServer.setUpDefaultServer();
    made.setHost("127.0.0.1");
    made.setPort(port);
    made.setKeyPairProvider(KeyPairProvider.wrap(host));
    made.setPasswordAuthenticator(
        (user, told, at) -> {
          logins.add(name);
          return user.equals(USER) && told.equals(PASSWORD);
        });
    made.setPublickeyAuthenticator(
        (user, known, at) -> user.equals(USER) && KeyUtils.compareKeys(known, office.getPublic()));
    CoreModuleProperties.TCP_NODELAY.set(made, true);
    made.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    made.setFileSystemFactory(new VirtualFileSystemFactory(folder(name)));
    made.start();
    return made;
  }

  /** How an FTP server encrypts. */
  public enum Tls {
    NONE,
    EXPLICIT,
    IMPLICIT
  }

  /** An FTP server; gives back its port. */
  public int ftp(String name, Tls tls) throws Exception {
    FtpServerFactory factory = new FtpServerFactory();
    ListenerFactory listening = new ListenerFactory();
    listening.setServerAddress("127.0.0.1");
    listening.setPort(0);
    listening.setSessionFilter(Uploads::withoutDelay);
    if (tls != Tls.NONE) {
      SslConfigurationFactory ssl = new SslConfigurationFactory();
      ssl.setKeystoreFile(keyStore().toFile());
      ssl.setKeystorePassword(STORE);
      ssl.setKeystoreType("PKCS12");
      ssl.setSslProtocol("TLSv1.2", "TLSv1.3");
      listening.setSslConfiguration(ssl.createSslConfiguration());
      listening.setImplicitSsl(tls == Tls.IMPLICIT);
    }
    Listener listener = listening.createListener();
    factory.addListener("default", listener);
    factory.getUserManager().save(user(folder(name)));
    factory.createServer().start();
    return listener.getPort();
  }

  /** Answers leave at once, as a real server's do: none waits until the one before is confirmed. */
  private static boolean withoutDelay(IoSession line) {
    ((SocketSessionConfig) line.getConfig()).setTcpNoDelay(true);
    return true;
  }

  private static BaseUser user(Path folder) throws FtpException {
    BaseUser unit = new BaseUser();
    unit.setName(USER);
    unit.setPassword(PASSWORD);
    unit.setHomeDirectory(folder.toString());
    unit.setAuthorities(List.of(new WritePermission()));
    return unit;
  }

  private Path keyStore() throws Exception {
    Path file = home.resolve("server.p12");
    KeyStore store = certificate.keyStore(STORE);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, STORE.toCharArray());
    }
    return file;
  }

  /** Bytes that no other upload has. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
