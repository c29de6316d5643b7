package bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The floor of a mailbox: its mails over a bare socket, read and thrown away. */
final class RawFetch {
  private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

  private final int port;
  private final int mails;

  RawFetch(int port, int mails) {
    this.port = port;
    this.mails = mails;
  }

  /**
   * Seconds for all of them.
   *
   * @param together how many one command names
   * @param ahead how many commands are under way before the first is answered
   */
  double seconds(int together, int ahead) throws IOException {
    long began = System.nanoTime();
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setTcpNoDelay(true);
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(line.getInputStream(), 1 << 16));
      OutputStream out = line.getOutputStream();
      line(in);
      say(out, "a LOGIN u p");
      answered(in);
      say(out, "a EXAMINE INBOX");
      answered(in);
      int asked = 0;
      int open = 0;
      int seen = 0;
      while (seen < mails) {
        while (asked < mails && open < ahead) {
          int last = Math.min(mails, asked + together);
          say(out, "a UID FETCH " + (asked + 1) + ":" + last + " (UID BODY.PEEK[])");
          asked = last;
          open++;
        }
        seen += answered(in);
        open--;
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void say(OutputStream out, String command) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Reads until the command is done; tells how many mails came. */
  private static int answered(DataInputStream in) throws IOException {
    int seen = 0;
    for (String told = line(in); !told.startsWith("a "); told = line(in)) {
      Matcher literal = LITERAL.matcher(told);
      if (literal.find()) {
        in.skipNBytes(Long.parseLong(literal.group(1)));
        seen++;
      }
    }
    return seen;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.append(b == '\r' ? "" : String.valueOf((char) b));
    }
    return line.toString();
  }
}
