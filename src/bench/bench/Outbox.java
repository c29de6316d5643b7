package bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server that takes every letter and notes when the first came for each address. */
final class Outbox implements Closeable {
  private final ServerSocket socket;
  private final Map<String, Long> first = new ConcurrentHashMap<>();

  Outbox() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "outbox");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** By address: the clock's nanoseconds when its first letter was wholly there. */
  Map<String, Long> first() {
    return first;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        Thread thread = new Thread(() -> serve(line), "outbox-line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket line) {
    try (line;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = line.getOutputStream()) {
      say(out, "220 ready");
      String to = "";
      for (String told = in.readLine(); told != null; told = in.readLine()) {
        if (told.startsWith("RCPT")) {
          to = told.substring(told.indexOf('<') + 1, told.indexOf('>'));
        }
        if (told.equals("DATA")) {
          say(out, "354 go on");
          while (!".".equals(in.readLine())) {
            continue;
          }
          first.putIfAbsent(to, System.nanoTime());
        }
        say(out, told.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException gone) {
      return; // the office hung up
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
