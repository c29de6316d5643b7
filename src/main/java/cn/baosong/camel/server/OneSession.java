package cn.baosong.camel.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A TLS context in which every line to a server counts as the same: vsftpd and ProFTPD refuse a
 * data line that does not resume the session of the control line, and Java looks sessions up by
 * host and port.
 */
final class OneSession extends SSLContext {
  OneSession(SSLContext real, int port) {
    super(new Spi(real, port), real.getProvider(), real.getProtocol());
  }

  /** All of the real one but its sockets. */
  private static final class Spi extends SSLContextSpi {
    private final SSLContext real;
    private final int port;

    Spi(SSLContext real, int port) {
      this.real = real;
      this.port = port;
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("it is made already");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new Sockets(real.getSocketFactory(), port);
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return real.getServerSocketFactory();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return real.createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int to) {
      return real.createSSLEngine(host, to);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return real.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return real.getClientSessionContext();
    }
  }

  /** Lines that are open already are encrypted as lines to the one port. */
  private static final class Sockets extends SSLSocketFactory {
    private final SSLSocketFactory real;
    private final int port;

    Sockets(SSLSocketFactory real, int port) {
      this.real = real;
      this.port = port;
    }

    @Override
    public Socket createSocket(Socket open, String host, int to, boolean closing)
        throws IOException {
      return real.createSocket(open, host, port, closing);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return real.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return real.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return real.createSocket();
    }

    @Override
    public Socket createSocket(String host, int to) throws IOException {
      return real.createSocket(host, to);
    }

    @Override
    public Socket createSocket(String host, int to, InetAddress own, int ownPort)
        throws IOException {
      return real.createSocket(host, to, own, ownPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int to) throws IOException {
      return real.createSocket(host, to);
    }

    @Override
    public Socket createSocket(InetAddress host, int to, InetAddress own, int ownPort)
        throws IOException {
      return real.createSocket(host, to, own, ownPort);
    }
  }
}
