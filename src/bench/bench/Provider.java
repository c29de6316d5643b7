package bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An IMAP server that answers from memory, each command a round trip after it came: those that a
 * client sends without waiting overlap, as they do on a line. It counts what it is asked.
 */
final class Provider implements Closeable {
  /** As whom it stamps what it receives. */
  static final String HOST = "mx.provider.test";

  private static final Pattern PIECE = Pattern.compile("BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>");
  private static final Pattern FROM = Pattern.compile("UID (\\d+):\\*");

  private final ServerSocket socket;
  private final long delay;
  private final NavigableMap<Long, Held> mails = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> commands = new ConcurrentHashMap<>();
  private final Map<Socket, Line> waiting = new ConcurrentHashMap<>();

  /** A mail: a head of its own, and a body that it may share with others. */
  private record Held(byte[] head, byte[] body, String date) {
    int size() {
      return head.length + body.length;
    }

    void write(OutputStream out, int from, int end) throws IOException {
      int own = Math.max(0, Math.min(end, head.length) - from);
      out.write(head, Math.min(from, head.length), own);
      int start = Math.max(0, from - head.length);
      out.write(body, start, Math.max(0, end - head.length - start));
    }
  }

  Provider(long roundTripMillis) throws IOException {
    delay = TimeUnit.MILLISECONDS.toNanos(roundTripMillis);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread("provider", this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Tells who waits in IDLE. */
  void put(byte[] head, byte[] body, String internalDate) {
    long uid = mails.isEmpty() ? 1 : mails.lastKey() + 1;
    mails.put(uid, new Held(head, body, internalDate));
    waiting.values().forEach(Line::tell);
  }

  int count() {
    return mails.size();
  }

  /** All commands but those of a log-in. */
  int asked() {
    return commands.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  String byKind() {
    return commands.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        line.setTcpNoDelay(true);
        thread("provider-line", () -> serve(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
      new Line(socket, in, out).run();
    } catch (IOException gone) {
      return; // the client hung up
    } finally {
      waiting.remove(socket);
    }
  }

  /** A command, and when its answer may leave. */
  private record Due(String command, long at) {}

  /** One connection. */
  private final class Line {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final BlockingQueue<Due> due = new LinkedBlockingQueue<>();
    private volatile String idle = "";

    Line(Socket socket, InputStream in, OutputStream out) {
      this.socket = socket;
      this.in = in;
      this.out = out;
    }

    void run() throws IOException {
      say("* OK [CAPABILITY IMAP4rev1 ID IDLE UIDPLUS] ready");
      thread("provider-reader", this::read);
      try {
        boolean goesOn = true;
        while (goesOn) {
          Due next = due.take();
          long wait = next.at() - System.nanoTime();
          if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
          }
          synchronized (this) {
            goesOn = answer(next.command());
            out.flush();
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    private void read() {
      try {
        while (true) {
          due.add(new Due(line(), System.nanoTime() + delay));
        }
      } catch (IOException gone) {
        due.add(new Due("x LOGOUT", System.nanoTime()));
      }
    }

    /** New mail. */
    synchronized void tell() {
      try {
        say("* " + mails.size() + " EXISTS");
      } catch (IOException gone) {
        waiting.remove(socket);
      }
    }

    private boolean answer(String told) throws IOException {
      if (told.equals("DONE")) {
        waiting.remove(socket);
        say(idle + " OK done");
        return true;
      }
      String[] words = told.split(" ", 2);
      String command = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
      count(command);
      if (command.startsWith("LOGOUT")) {
        say("* BYE", words[0] + " OK bye");
        return false;
      }
      if (command.startsWith("IDLE")) {
        idle = words[0];
        waiting.put(socket, this);
        say("+ idling");
        return true;
      }
      if (command.startsWith("CAPABILITY")) {
        say("* CAPABILITY IMAP4rev1 ID IDLE UIDPLUS");
      } else if (command.startsWith("ID ")) {
        say("* ID NIL");
      } else if (command.startsWith("LIST")) {
        say("* LIST () \"/\" INBOX");
      } else if (command.startsWith("EXAMINE")) {
        say("* FLAGS (\\Seen)", "* " + mails.size() + " EXISTS", "* OK [UIDVALIDITY 1] ok");
      } else if (command.startsWith("UID SEARCH")) {
        search(command);
      } else if (command.startsWith("UID FETCH")) {
        fetch(command);
      }
      say(words[0] + " OK done");
      return true;
    }

    private void count(String command) {
      String[] words = command.split(" ");
      String kind = words[0].equals("UID") ? words[0] + " " + words[1] : words[0];
      if (!kind.matches("CAPABILITY|LOGIN|ID|LOGOUT|AUTHENTICATE")) {
        commands.computeIfAbsent(kind, same -> new AtomicInteger()).incrementAndGet();
      }
    }

    private void search(String command) throws IOException {
      Matcher from = FROM.matcher(command);
      long first = from.find() ? Long.parseLong(from.group(1)) : 0;
      StringBuilder found = new StringBuilder("* SEARCH");
      mails.tailMap(first).keySet().forEach(uid -> found.append(' ').append(uid));
      say(found.toString());
    }

    private void fetch(String command) throws IOException {
      String[] words = command.split(" ", 4);
      for (String range : words[2].split(",")) {
        String[] ends = range.split(":");
        long last = ends.length > 1 ? Long.parseLong(ends[1]) : Long.parseLong(ends[0]);
        for (var each : mails.subMap(Long.parseLong(ends[0]), true, last, true).entrySet()) {
          one(each.getKey(), each.getValue(), words[3]);
        }
      }
    }

    private void one(long uid, Held held, String items) throws IOException {
      if (!items.contains("BODY")) {
        say(
            "* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"%s\")"
                .formatted(uid, uid, held.size(), held.date()));
        return;
      }
      Matcher piece = PIECE.matcher(items);
      boolean partial = piece.find();
      int from = partial ? Math.min(Integer.parseInt(piece.group(1)), held.size()) : 0;
      long most = partial ? Integer.parseInt(piece.group(2)) : Integer.MAX_VALUE;
      int end = (int) Math.min(from + most, held.size());
      String name = partial ? "BODY[]<" + from + ">" : "BODY[]";
      text("* %d FETCH (UID %d %s {%d}\r\n".formatted(uid, uid, name, end - from));
      held.write(out, from, end);
      text(")\r\n");
    }

    private void say(String... lines) throws IOException {
      for (String line : lines) {
        text(line + "\r\n");
      }
      out.flush();
    }

    private void text(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException();
        }
        if (b != '\r') {
          line.append((char) b);
        }
      }
      return line.toString();
    }
  }
}
