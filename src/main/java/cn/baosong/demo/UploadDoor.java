package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A server on this machine's loopback that units upload to; what it serves is a folder. */
public final class UploadDoor implements Door, AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final Duration look;
  private final Closing server;

  /** The account of the office at a server. */
  public record Account(String user, String password) {}

  @FunctionalInterface
  private interface Closing {
    void close() throws IOException;
  }

  private UploadDoor(Path folder, Duration look, Closing server) {
    this.folder = folder;
    this.look = look;
    this.server = server;
  }

  /**
   * Listens for FTP.
   *
   * @param look real time between two looks of the office
   */
  public static UploadDoor ftp(int port, Path folder, Account account, Duration look)
      throws IOException {
    BaseUser user = new BaseUser();
    user.setName(account.user());
    user.setPassword(account.password());
    user.setHomeDirectory(Files.createDirectories(folder).toString());
    user.setAuthorities(List.of(new WritePermission()));
    ListenerFactory listening = new ListenerFactory();
    listening.setServerAddress(LOOPBACK);
    listening.setPort(port);
    listening.setSessionFilter(UploadDoor::withoutDelay);
    FtpServerFactory factory = new FtpServerFactory();
    factory.addListener("default", listening.createListener());
    try {
      factory.getUserManager().save(user);
      FtpServer server = factory.createServer();
      server.start();
      return new UploadDoor(folder, look, server::stop);
    } catch (FtpException taken) {
      throw new IOException(taken);
    }
  }

  /** Answers leave at once, as a real server's do: none waits until the one before is confirmed. */
  private static boolean withoutDelay(IoSession line) {
    ((SocketSessionConfig) line.getConfig()).setTcpNoDelay(true);
    return true;
  }

  /**
   * Listens for SFTP. Below a relative root the server lists no folder that holds anything.
   *
   * @param knownHosts where its host key is written down
   * @param look real time between two looks of the office
   */
  public static UploadDoor sftp(
      int port, Path folder, Path knownHosts, Account account, Duration look) throws IOException {
    KeyPair key = key();
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(LOOPBACK);
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, told, session) -> user.equals(account.user()) && told.equals(account.password()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    Path root = Files.createDirectories(folder).toRealPath();
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    String host = "[%s]:%d".formatted(LOOPBACK, port);
    Files.writeString(knownHosts, host + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    return new UploadDoor(folder, look, () -> server.stop(true));
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Uploads under another name, once the office has looked at the folder without it. */
  @Override
  public Digest bring(Scene scene) throws IOException {
    try {
      Thread.sleep(look.multipliedBy(3).toMillis());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    Path part = folder.resolve(scene.file() + ".part");
    Digest digest;
    try (OutputStream file = Files.newOutputStream(part)) {
      digest = Hashing.of(file, scene.contents());
    }
    Files.move(part, folder.resolve(scene.file()), StandardCopyOption.ATOMIC_MOVE);
    return digest;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
