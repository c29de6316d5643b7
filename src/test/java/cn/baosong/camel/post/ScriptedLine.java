package cn.baosong.camel.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server between the office and a real one: it hands every command on, unless the script has
 * another answer for it, and remembers all that was said to it.
 */
public final class ScriptedLine implements AutoCloseable {
  /** Ends the connection without a word. */
  public static final String CUT = "CUT";

  private final ServerSocket door;
  private final int behind;
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * @param command how the client's line begins, in capitals; {@code .} is the end of a letter,
   *     {@code HELLO} the greeting
   * @param part what else the line holds
   */
  private record Rule(String command, String part, String answer, boolean once) {
    boolean fits(String line) {
      String capitals = line.toUpperCase(Locale.ROOT);
      return (command.equals(".") ? line.equals(".") : capitals.startsWith(command))
          && capitals.contains(part.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @param behind port of the real server on this machine
   */
  public ScriptedLine(int behind) {
    this.behind = behind;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new IllegalStateException(taken);
    }
    Thread porter = new Thread(this::open, "scripted-line");
    porter.setDaemon(true);
    porter.start();
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Answers the next such command so. */
  public void once(String command, String part, String answer) {
    rules.add(new Rule(command, part, answer, true));
  }

  /** Answers every such command so, until it is forgotten. */
  public void always(String command, String part, String answer) {
    rules.add(new Rule(command, part, answer, false));
  }

  public void forget() {
    rules.clear();
  }

  /** Every line that clients sent, but for what letters hold. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread talk = new Thread(() -> talk(client), "scripted-talk");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      new Talk(client, server).run();
    } catch (IOException gone) {
      heard.add("GONE");
    }
  }

  private Optional<String> scripted(String line) {
    Optional<Rule> found = rules.stream().filter(rule -> rule.fits(line)).findFirst();
    found.filter(Rule::once).ifPresent(rules::remove);
    return found.map(Rule::answer);
  }

  /** One connection. */
  private final class Talk {
    private final BufferedReader fromClient;
    private final BufferedReader fromServer;
    private final OutputStream toClient;
    private final OutputStream toServer;

    Talk(Socket client, Socket server) throws IOException {
      fromClient = reader(client);
      fromServer = reader(server);
      toClient = client.getOutputStream();
      toServer = server.getOutputStream();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void run() throws IOException {
      String greeting = answer();
      Optional<String> other = scripted("HELLO");
      say(toClient, other.orElse(greeting));
      if (other.isPresent()) {
        return;
      }
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        heard.add(line);
        Optional<String> scripted = scripted(line);
        if (scripted.filter(CUT::equals).isPresent()) {
          return;
        }
        String answer = scripted.isPresent() ? scripted.get() : handedOn(line);
        say(toClient, answer);
        if (answer.startsWith("354") && !letter()) {
          return;
        }
      }
    }

    private String handedOn(String line) throws IOException {
      say(toServer, line);
      return answer();
    }

    /** The script speaks after the real server has the letter. */
    private boolean letter() throws IOException {
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        say(toServer, line);
        if (line.equals(".")) {
          String real = answer();
          Optional<String> scripted = scripted(".");
          if (scripted.filter(CUT::equals).isPresent()) {
            return false;
          }
          say(toClient, scripted.orElse(real));
          return true;
        }
      }
      return false;
    }

    private String answer() throws IOException {
      StringBuilder all = new StringBuilder();
      for (String line = fromServer.readLine(); line != null; line = fromServer.readLine()) {
        all.append(all.isEmpty() ? "" : "\r\n").append(line);
        if (line.length() < 4 || line.charAt(3) != '-') {
          break;
        }
      }
      return all.toString();
    }

    private static void say(OutputStream to, String line) throws IOException {
      to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      to.flush();
    }
  }
}
