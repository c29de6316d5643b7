package cn.baosong.camel.mail;

import cn.baosong.carriers.OwnCertificate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An IMAP server that does what it is told, the wrong things too: refuses who does not say who it
 * is, cuts a fetch, numbers its mails anew, refuses a password.
 */
public final class ScriptedImap implements Closeable {
  private static final int MANY = 1 << 20;
  private static final Pattern PIECE = Pattern.compile("BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>");

  private final ServerSocket socket;
  private final NavigableMap<Long, Held> mails = new ConcurrentSkipListMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Set<Long> cut = ConcurrentHashMap.newKeySet();
  private final Set<Long> shortened = ConcurrentHashMap.newKeySet();
  private final Set<Line> idling = ConcurrentHashMap.newKeySet();
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  private volatile boolean demandsId;
  private volatile String loginRefused = "";
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Semaphore refusals = new Semaphore(0);
  private volatile long validity = 1;
  private volatile String offered = "";
  private volatile Optional<SSLContext> tls = Optional.empty();
  private volatile boolean refusesFolders;
  private volatile long pauseMillis;

  /** A mail with its INTERNALDATE as IMAP writes it, and its SAVEDATE. */
  private record Held(byte[] bytes, String date, String saved) {}

  public ScriptedImap() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** Over a socket that encrypts. */
  public ScriptedImap(ServerSocket socket) {
    this.socket = socket;
    Thread thread = new Thread(this::accept, "scripted-imap");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Like the boxes of NetEase. */
  public void demandId(boolean demanded) {
    demandsId = demanded;
  }

  /** Refuses every log-in with these words; none when empty. */
  public void refuseLogin(String words) {
    refuseLogin(words, MANY);
  }

  /** Refuses so many; who tries once more gets no answer until this is called again. */
  public void refuseLogin(String words, int times) {
    Semaphore before = refusals;
    refused.set(0);
    refusals = new Semaphore(times);
    loginRefused = words;
    before.release();
  }

  /** How many log-ins were refused since {@link #refuseLogin}. */
  public int refused() {
    return refused.get();
  }

  /** Capabilities beside the usual ones, such as IDLE and SAVEDATE. */
  public void offer(String... capabilities) {
    offered = capabilities.length == 0 ? "" : " " + String.join(" ", capabilities);
  }

  /** Offers STARTTLS, and demands it before a log-in. */
  public void offerTls(OwnCertificate own) throws IOException, GeneralSecurityException {
    tls = Optional.of(own.serving());
    offer("STARTTLS", "LOGINDISABLED");
  }

  /** Opens no folder to anybody, as NetEase does to clients that it does not like. */
  public void refuseFolders(boolean refused) {
    refusesFolders = refused;
  }

  /** Whether somebody waits in IDLE. */
  public boolean isWaitedFor() {
    return !idling.isEmpty();
  }

  /** Sends mails in small pieces with so long between two. */
  public void slow(Duration pause) {
    pauseMillis = pause.toMillis();
  }

  /** Breaks the line in the middle of this mail. */
  public void cut(long uid) {
    cut.add(uid);
  }

  /** Sends less of this mail than it said. */
  public void shorten(long uid) {
    shortened.add(uid);
  }

  /** Drops every line. */
  public void hangUp() {
    for (Socket line : lines) {
      try {
        line.close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
    lines.clear();
  }

  public void mend() {
    cut.clear();
    shortened.clear();
  }

  public void put(long uid, byte[] bytes, String date) {
    put(uid, bytes, date, "");
  }

  /** The same, with a SAVEDATE; who waits in IDLE is told. */
  public void put(long uid, byte[] bytes, String date, String saved) {
    mails.put(uid, new Held(bytes.clone(), date, saved));
    idling.forEach(Line::tell);
  }

  /** The same mails under other numbers, as after a restore. */
  public void renumber(long newValidity, long from) {
    Map<Long, Held> old = new ConcurrentSkipListMap<>(mails);
    mails.clear();
    long uid = from;
    for (Held held : old.values()) {
      mails.put(uid++, held);
    }
    validity = newValidity;
  }

  /** Every command since the start, without its tag and without passwords. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        lines.add(line);
        Thread thread = new Thread(() -> serve(line), "scripted-imap-line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket line) {
    try (line;
        InputStream in = new BufferedInputStream(line.getInputStream());
        OutputStream out = new BufferedOutputStream(line.getOutputStream(), 1 << 16)) {
      new Line(line, in, out).run();
    } catch (IOException | UncheckedIOException gone) {
      return; // the other side, or the script, broke the line
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket socket;
    private InputStream in;
    private OutputStream out;
    private String tells = offered;
    private boolean introduced;

    Line(Socket socket, InputStream in, OutputStream out) {
      this.socket = socket;
      this.in = in;
      this.out = out;
    }

    void run() throws IOException {
      say("* OK [CAPABILITY IMAP4rev1 ID UIDPLUS" + tells + "] ready");
      boolean goesOn = true;
      while (goesOn) {
        String[] words = read().split(" ", 2);
        String command = words.length > 1 ? words[1] : "";
        commands.add(command.startsWith("LOGIN") ? "LOGIN" : command);
        goesOn = answer(words[0], command, command.toUpperCase(Locale.ROOT));
        out.flush();
      }
    }

    private boolean answer(String tag, String command, String upper) throws IOException {
      if (upper.startsWith("LOGOUT")) {
        say("* BYE", tag + " OK bye");
        return false;
      }
      if (upper.startsWith("CAPABILITY")) {
        say("* CAPABILITY IMAP4rev1 ID UIDPLUS" + tells);
      } else if (upper.startsWith("LOGIN") && !loginRefused.isEmpty()) {
        refuse(tag);
        return true;
      } else if (upper.startsWith("ID ")) {
        introduced = true;
        say("* ID NIL");
      } else if (upper.equals("STARTTLS")) {
        say(tag + " OK go ahead");
        upgrade();
        return true;
      } else if (upper.equals("IDLE")) {
        idle();
      } else if (upper.startsWith("LIST")) {
        say("* LIST () \"/\" INBOX");
      } else if (upper.startsWith("EXAMINE") || upper.startsWith("SELECT")) {
        return select(tag);
      } else if (upper.startsWith("UID SEARCH")) {
        search(upper);
      } else if (upper.startsWith("UID FETCH")) {
        fetch(upper);
      }
      say(tag + " OK done");
      return true;
    }

    private void refuse(String tag) throws IOException {
      String words = loginRefused;
      Semaphore left = refusals;
      left.acquireUninterruptibly();
      if (left == refusals) {
        refused.incrementAndGet();
      } else {
        left.release(); // another may wait
      }
      say(tag + " NO " + words);
    }

    private void upgrade() throws IOException {
      SSLSocket secret =
          (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(socket, null, 0, true);
      secret.setUseClientMode(false);
      in = new BufferedInputStream(secret.getInputStream());
      out = new BufferedOutputStream(secret.getOutputStream(), 1 << 16);
      tells = "";
    }

    private void idle() throws IOException {
      say("+ idling");
      idling.add(this);
      commands.add(read());
      idling.remove(this);
    }

    /** Another thread tells while this one waits for DONE. */
    private void tell() {
      try {
        say("* " + mails.size() + " EXISTS");
      } catch (IOException gone) {
        idling.remove(this);
      }
    }

    private boolean select(String tag) throws IOException {
      if (refusesFolders || (demandsId && !introduced)) {
        say(tag + " NO SELECT Unsafe Login. Please contact kefu@188.com for help");
        return true;
      }
      say(
          "* FLAGS (\\Seen)",
          "* " + mails.size() + " EXISTS",
          "* 0 RECENT",
          "* OK [UIDVALIDITY " + validity + "] ok",
          tag + " OK [READ-ONLY] done");
      return true;
    }

    private void search(String upper) throws IOException {
      StringBuilder found = new StringBuilder("* SEARCH");
      Matcher from = Pattern.compile("UID (\\d+):\\*").matcher(upper);
      long first = from.find() ? Long.parseLong(from.group(1)) : 0;
      mails.tailMap(first).keySet().forEach(uid -> found.append(' ').append(uid));
      say(found.toString());
    }

    private void fetch(String upper) throws IOException {
      String[] words = upper.split(" ", 4);
      for (String uid : words[2].split(",")) {
        Held held = mails.get(Long.parseLong(uid));
        if (held != null) {
          one(Long.parseLong(uid), held, words[3]);
        }
      }
    }

    private void one(long uid, Held held, String items) throws IOException {
      int number = mails.headMap(uid).size() + 1;
      if (items.contains("ENVELOPE")) {
        say(
            "* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"%s\" ENVELOPE %s)"
                .formatted(number, uid, held.bytes().length, held.date(), envelope(held)));
        return;
      }
      if (!items.contains("BODY")) {
        String saved = items.contains("SAVEDATE") ? " SAVEDATE \"" + held.saved() + "\"" : "";
        say(
            "* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"%s\"%s)"
                .formatted(number, uid, held.bytes().length, held.date(), saved));
        return;
      }
      Matcher piece = PIECE.matcher(items);
      boolean partial = piece.find();
      int from = partial ? Math.min(Integer.parseInt(piece.group(1)), held.bytes().length) : 0;
      int most = partial ? Integer.parseInt(piece.group(2)) : Integer.MAX_VALUE;
      int end = (int) Math.min((long) from + most, held.bytes().length);
      end = shortened.contains(uid) ? from + (end - from) / 2 : end;
      String name = partial ? "BODY[]<" + from + ">" : "BODY[]";
      text("* %d FETCH (UID %d %s {%d}\r\n".formatted(number, uid, name, end - from));
      if (cut.contains(uid)) {
        out.write(held.bytes(), from, (end - from) / 2);
        out.flush();
        throw new EOFException("cut by the script");
      }
      write(held.bytes(), from, end);
      text(")\r\n");
    }

    private static String envelope(Held held) {
      String head = new String(held.bytes(), StandardCharsets.ISO_8859_1);
      Matcher subject = Pattern.compile("(?m)^Subject: (.*)$").matcher(head);
      return "(NIL \"%s\" ((NIL NIL \"unit\" \"sender.test\")) NIL NIL NIL NIL NIL NIL NIL)"
          .formatted(subject.find() ? subject.group(1) : "");
    }

    private void write(byte[] bytes, int from, int end) throws IOException {
      for (int at = from; pauseMillis > 0 && at < end - 1; at++) {
        out.write(bytes, at, 1);
        out.flush();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        from = at + 1;
      }
      out.write(bytes, from, end - from);
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

    private String read() throws IOException {
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
