package cn.baosong.camel.server;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An FTP server that does what real ones do at their worst: old listings, names in any bytes, lines
 * that lead out of the folder, transfers that are cut. Everything it holds is in memory.
 */
public final class ScriptedFtp implements Closeable {
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;
  private static final DateTimeFormatter MDTM =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LISTED =
      DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, Held> files = new ConcurrentSkipListMap<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private volatile boolean utf8;
  private volatile boolean resumes = true;
  private volatile String passiveHost = "127,0,0,1";
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile int cutAt;
  private volatile String refused = "";
  private volatile Runnable whenCut = () -> {};

  /** A file that it holds. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Held(byte[] bytes, Instant modified) {}

  public ScriptedFtp() throws IOException {
    Thread thread = new Thread(this::serve, "scripted-ftp");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Puts a file there; its name has the bytes of the text in that character set. */
  public void put(String path, Charset charset, byte[] bytes, Instant modified) {
    files.put(new String(path.getBytes(charset), BYTES), new Held(bytes, modified));
  }

  public boolean holds(String path, Charset charset) {
    return files.containsKey(new String(path.getBytes(charset), BYTES));
  }

  /** Answers whoever wants this file that it is not for them. */
  void lock(String path, boolean locked) {
    refused = locked ? path : "";
  }

  /** A line that every listing of the top folder has, whatever there is. */
  public void list(String line) {
    lines.add(line);
  }

  /** Whether it says that it knows UTF-8. */
  public void offerUtf8(boolean offered) {
    utf8 = offered;
  }

  public void resume(boolean offered) {
    resumes = offered;
  }

  /** Where it says that data connections go. */
  public void passive(String host) {
    passiveHost = host;
  }

  /** Cuts the next transfers after so many bytes; then something may happen. */
  public void cut(int times, int after, Runnable then) {
    cutAt = after;
    whenCut = then;
    cuts.set(times);
  }

  public void mend() {
    lines.clear();
    resumes = true;
    passiveHost = "127,0,0,1";
    cuts.set(0);
  }

  public List<String> commands() {
    return List.copyOf(commands);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        Thread thread = new Thread(() -> talk(socket), "scripted-ftp-line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      new Conversation(socket).hold();
    } catch (IOException | UncheckedIOException over) {
      commands.add("(line ended)");
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** One line with its state. */
  private final class Conversation {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private String folder = "/";
    private String from = "";
    private long offset;
    private @Nullable ServerSocket data;

    Conversation(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), BYTES));
      this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
      say("220 scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        int blank = line.indexOf(' ');
        String verb = blank < 0 ? line : line.substring(0, blank);
        answer(verb.toUpperCase(Locale.ROOT), blank < 0 ? "" : line.substring(blank + 1));
      }
    }

    private void say(String words) throws IOException {
      out.write((words + "\r\n").getBytes(BYTES));
      out.flush();
    }

    private void answer(String verb, String told) throws IOException {
      switch (verb) {
        case "USER" -> say("331 password");
        case "PASS" -> say("230 in");
        case "SYST" -> say("215 UNIX Type: L8");
        case "FEAT" ->
            say("211-features\r\n SIZE\r\n MDTM" + (utf8 ? "\r\n UTF8" : "") + "\r\n211 end");
        case "PWD" -> say("257 \"" + folder + "\"");
        case "CWD" -> cwd(told);
        case "MKD" -> say("257 made");
        case "EPSV" -> say("500 no");
        case "PASV" -> passive();
        case "LIST" -> transfer(listing());
        case "REST" -> rest(told);
        case "RETR" -> retrieve(absolute(told));
        case "SIZE" -> size(absolute(told));
        case "MDTM" -> modified(absolute(told));
        case "RNFR" -> {
          from = absolute(told);
          say(files.containsKey(from) ? "350 to" : "550 none");
        }
        case "RNTO" -> {
          files.put(absolute(told), Objects.requireNonNull(files.remove(from)));
          say("250 renamed");
        }
        default -> say("200 " + verb);
      }
    }

    private String absolute(String path) {
      return path.startsWith("/") ? path.substring(1) : (folder + "/" + path).substring(1);
    }

    private void cwd(String path) throws IOException {
      String wanted = path.startsWith("/") ? path : folder + "/" + path;
      String below = wanted.substring(1);
      boolean there =
          below.isEmpty() || files.keySet().stream().anyMatch(f -> f.startsWith(below + "/"));
      folder = there ? wanted : folder;
      say(there ? "250 there" : "550 none");
    }

    private void passive() throws IOException {
      ServerSocket waiting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      waiting.setSoTimeout(5000);
      data = waiting;
      int port = waiting.getLocalPort();
      say("227 passive (" + passiveHost + "," + port / 256 + "," + port % 256 + ")");
    }

    private byte[] listing() {
      String below = folder.equals("/") ? "" : folder.substring(1) + "/";
      Map<String, String> shown = new TreeMap<>();
      files.forEach(
          (path, file) -> {
            if (path.startsWith(below)) {
              String rest = path.substring(below.length());
              int end = rest.indexOf('/');
              String name = end < 0 ? rest : rest.substring(0, end);
              shown.put(name, end < 0 ? line(name, file) : folderLine(name));
            }
          });
      List<String> all = new ArrayList<>(shown.values());
      if (below.isEmpty()) {
        all.addAll(lines);
      }
      return (String.join("\r\n", all) + "\r\n").getBytes(BYTES);
    }

    private String line(String name, Held file) {
      return "-rw-r--r-- 1 unit unit %12d %s %s"
          .formatted(file.bytes().length, LISTED.format(file.modified()), name);
    }

    private String folderLine(String name) {
      return "drwxr-xr-x 2 unit unit 4096 Mar 25 00:00 " + name;
    }

    private void transfer(byte[] bytes) throws IOException {
      say("150 coming");
      try (ServerSocket waiting = Objects.requireNonNull(data);
          Socket to = waiting.accept()) {
        to.getOutputStream().write(bytes);
      }
      say("226 sent");
    }

    private void rest(String told) throws IOException {
      if (resumes) {
        offset = Long.parseLong(told);
      }
      say(resumes ? "350 from there" : "502 not here");
    }

    private void retrieve(String path) throws IOException {
      Held file = files.get(path);
      if (file == null || path.equals(refused)) {
        say("550 none");
        return;
      }
      int start = (int) offset;
      offset = 0;
      int end = file.bytes().length;
      boolean cut = end - start > cutAt && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      if (cut) {
        end = start + cutAt;
      }
      say("150 coming");
      try (ServerSocket waiting = Objects.requireNonNull(data);
          Socket to = waiting.accept()) {
        to.getOutputStream().write(file.bytes(), start, end - start);
      }
      if (cut) {
        whenCut.run();
        socket.close();
      } else {
        say("226 sent");
      }
    }

    private void size(String path) throws IOException {
      Held file = files.get(path);
      say(file == null ? "550 none" : "213 " + file.bytes().length);
    }

    private void modified(String path) throws IOException {
      Held file = files.get(path);
      say(file == null ? "550 none" : "213 " + MDTM.format(file.modified()));
    }
  }
}
