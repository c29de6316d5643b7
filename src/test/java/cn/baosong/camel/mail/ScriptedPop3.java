package cn.baosong.camel.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A POP3 server that shows what there was at the log-in, as RFC 1939 has it. */
public final class ScriptedPop3 implements Closeable {
  private final ServerSocket socket;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  public ScriptedPop3(ServerSocket socket) {
    this.socket = socket;
    Thread thread = new Thread(this::accept, "scripted-pop3");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** A mail whose lines end as on the wire and do not begin with a dot. */
  public void put(String mail) {
    mails.add(mail);
  }

  /** The words that began each command. */
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
        Thread thread = new Thread(() -> serve(line), "scripted-pop3-line");
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
      List<String> held = List.copyOf(mails);
      say(out, "+OK ready");
      for (String told = in.readLine(); told != null; told = in.readLine()) {
        String[] words = told.split(" ", 2);
        String command = words[0].toUpperCase(Locale.ROOT);
        commands.add(command);
        say(out, answer(command, words.length > 1 ? words[1] : "", held));
        if (command.equals("QUIT")) {
          return;
        }
      }
    } catch (IOException gone) {
      return; // the other side broke the line
    }
  }

  private static String answer(String command, String what, List<String> held) {
    return switch (command) {
      case "CAPA" -> "+OK\r\nUIDL\r\nUSER\r\n.";
      case "STAT" -> "+OK " + held.size() + " " + held.stream().mapToInt(String::length).sum();
      case "LIST" -> listed(held, false);
      case "UIDL" -> listed(held, true);
      case "RETR" -> "+OK\r\n" + held.get(Integer.parseInt(what) - 1) + ".";
      case "DELE", "TOP" -> "-ERR not asked for";
      default -> "+OK";
    };
  }

  private static String listed(List<String> held, boolean names) {
    StringBuilder all = new StringBuilder("+OK\r\n");
    for (int i = 0; i < held.size(); i++) {
      String mail = held.get(i);
      all.append(i + 1).append(' ');
      all.append(names ? Integer.toHexString(mail.hashCode()) : String.valueOf(mail.length()));
      all.append("\r\n");
    }
    return all.append('.').toString();
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
