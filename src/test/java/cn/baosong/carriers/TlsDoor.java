package cn.baosong.carriers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** Gives a server that speaks in clear a door with a certificate. */
public final class TlsDoor implements AutoCloseable {
  private volatile OwnCertificate certificate;
  private final int behind;
  private ServerSocket door;
  private int port;

  /**
   * @param behind port of the server
   */
  public TlsDoor(OwnCertificate certificate, int behind) throws Exception {
    this.certificate = certificate;
    this.behind = behind;
    this.door = open();
  }

  public ServerSocket open() throws Exception {
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    port = door.getLocalPort();
    start(this::accept);
    return door;
  }

  /** Shows another certificate to whoever comes from now on. */
  public void show(OwnCertificate other) {
    certificate = other;
  }

  private Socket behindTheDoor(Socket plain) throws IOException {
    try {
      SSLSocket encrypted =
          (SSLSocket)
              certificate
                  .serving()
                  .getSocketFactory()
                  .createSocket(plain, "localhost", plain.getPort(), true);
      encrypted.setUseClientMode(false);
      return encrypted;
    } catch (GeneralSecurityException impossible) {
      throw new IOException(impossible);
    }
  }

  private void accept() {
    ServerSocket open = door;
    while (!open.isClosed()) {
      try {
        Socket outside = behindTheDoor(open.accept());
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
        start(() -> pass(outside, inside));
        start(() -> pass(inside, outside));
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException gone) {
      // either side may end the talk
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  public int port() {
    return port;
  }
}
