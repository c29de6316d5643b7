package cn.baosong.scanner;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks clamd's protocol: PING and INSTREAM in the form that is parted by NUL. */
public final class FakeClamd implements Closeable {
  /** How it behaves. */
  public enum Mood {
    WELL,
    /** Takes everything and says nothing. */
    SILENT,
    HALF_AN_ANSWER,
    NONSENSE,
    HANGS_UP
  }

  private final ServerSocketChannel server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<String> infected = ConcurrentHashMap.newKeySet();
  private final AtomicInteger scans = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;
  private volatile long limit = Long.MAX_VALUE;
  private volatile String found = "Test.Signature";

  private FakeClamd(ServerSocketChannel server) {
    this.server = server;
    Thread thread = new Thread(this::serve, "fake-clamd");
    thread.setDaemon(true);
    thread.start();
  }

  public static FakeClamd onTcp() throws IOException {
    return onTcp(0);
  }

  /**
   * @param port a fixed one, to come back on
   */
  public static FakeClamd onTcp(int port) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.setOption(java.net.StandardSocketOptions.SO_REUSEADDR, true);
    return new FakeClamd(
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
  }

  static FakeClamd onSocket(Path file) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return new FakeClamd(server.bind(UnixDomainSocketAddress.of(file)));
  }

  SocketAddress address() {
    try {
      return server.getLocalAddress();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  public int port() {
    return ((InetSocketAddress) address()).getPort();
  }

  public void is(Mood now) {
    mood = now;
  }

  /** Answers these bytes as infected. */
  public void infects(String sha256) {
    infected.add(sha256);
  }

  void findsIn(String sha256, String name) {
    infected.add(sha256);
    found = name;
  }

  void takesAtMost(long bytes) {
    limit = bytes;
  }

  /** Streams heard to their end. */
  public int scans() {
    return scans.get();
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        Thread thread = new Thread(() -> answer(client), "fake-clamd-client");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException gone) {
        return;
      }
    }
  }

  private void answer(SocketChannel channel) {
    try (SocketChannel client = channel;
        DataInputStream in = new DataInputStream(Channels.newInputStream(client))) {
      String command = command(in);
      if (mood == Mood.HANGS_UP) {
        return;
      }
      String reply = command.equals("zPING") ? "PONG" : scanned(in);
      OutputStream out = Channels.newOutputStream(client);
      switch (mood) {
        case WELL -> out.write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
        case SILENT -> closed.await();
        case HALF_AN_ANSWER -> out.write("stream: OK".getBytes(StandardCharsets.US_ASCII));
        case NONSENSE -> out.write("HTTP/1.1 200 OK\r\n\r\n\0".getBytes(StandardCharsets.US_ASCII));
        case HANGS_UP -> {}
      }
    } catch (IOException | InterruptedException gone) {
      // the other side hung up
    }
  }

  private static String command(DataInputStream in) throws IOException {
    StringBuilder command = new StringBuilder();
    for (int c = in.readByte(); c != 0; c = in.readByte()) {
      command.append((char) c);
    }
    return command.toString();
  }

  private String scanned(DataInputStream in) throws IOException {
    MessageDigest sha = sha256();
    long all = 0;
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      all += length;
      if (all > limit) {
        return "INSTREAM size limit exceeded. ERROR";
      }
      sha.update(in.readNBytes(length));
    }
    scans.incrementAndGet();
    boolean bad = infected.contains(HexFormat.of().formatHex(sha.digest()));
    return bad ? "stream: " + found + " FOUND" : "stream: OK";
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
  }
}
