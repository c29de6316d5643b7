package cn.baosong.core.notice;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the answers of mail servers: reply codes of RFC 5321, status codes of RFC 3463, and the
 * words by which the large Chinese providers tell frequency and spam, which they answer with codes
 * that elsewhere mean an unknown mailbox. The first line that fits decides.
 */
public final class AnswerTable {
  private record Line(Pattern code, Pattern words, MailCause cause) {
    static Line of(String code, String words, MailCause cause) {
      return new Line(
          Pattern.compile(code), Pattern.compile(words, Pattern.CASE_INSENSITIVE), cause);
    }

    boolean fits(ServerAnswer answer) {
      return code.matcher(String.valueOf(answer.code())).matches()
          && words.matcher(answer.text()).find();
    }
  }

  private static final List<Line> LINES =
      List.of(
          Line.of("53[0458]", "", MailCause.NOT_AUTHENTICATED),
          Line.of("454", "auth|\\b4\\.7\\.0\\b", MailCause.NOT_AUTHENTICATED),
          Line.of(
              "5..",
              "mail from must equal|not owned by|sender.{0,20}(denied|rejected|not allowed)"
                  + "|must be same as|\\b5\\.1\\.[78]\\b",
              MailCause.SENDER_NOT_ALLOWED),
          Line.of(
              "5..",
              "too (large|big)|message size|\\b5\\.3\\.4\\b|size exceed|\\bDT:SZE\\b",
              MailCause.TOO_LARGE),
          Line.of(
              "[45]..",
              "frequen|too many|exceed.{0,20}(rate|limit)|rate limit|throttl|quota of mails"
                  + "|\\bMI:(SFQ|DMC|CEL|SEN)\\b|\\bRP:(QRC|CEL|TRC)\\b|\\b[45]\\.7\\.28\\b",
              MailCause.FREQUENCY),
          Line.of(
              "[45]..",
              "\\bDT:(SPM|SUM)\\b|\\bHL:ITC\\b|spam|junk|content rejected|suspected",
              MailCause.SPAM),
          Line.of(
              "[45]..",
              "\\bHL:(IPB|IFC|IHU|REP|IHR)\\b|\\bMI:(SPB|STC|NHD)\\b|block ?list|black ?list"
                  + "|blocked|ip .{0,20}(denied|rejected)|\\bspf\\b|\\bdkim\\b|\\bdmarc\\b",
              MailCause.BLOCKED),
          Line.of(
              "[45]..",
              "mailbox.{0,20}full|over.?quota|\\b[45]\\.2\\.2\\b|insufficient.{0,10}storage",
              MailCause.MAILBOX_FULL),
          Line.of("452|552", "", MailCause.MAILBOX_FULL),
          Line.of("553", "", MailCause.UNKNOWN_ADDRESS),
          Line.of(
              "55[01]",
              "user|mailbox|recipient|address|account|no such|unknown|not (found|exist)"
                  + "|\\b5\\.1\\.[1236]\\b|\\b5\\.2\\.1\\b",
              MailCause.UNKNOWN_ADDRESS),
          Line.of("4..", "", MailCause.TEMPORARY),
          Line.of("5..", "", MailCause.REFUSED));

  private AnswerTable() {}

  /** The cause that an answer other than consent stands for. */
  public static MailCause read(ServerAnswer answer) {
    return LINES.stream()
        .filter(line -> line.fits(answer))
        .findFirst()
        .map(Line::cause)
        .orElse(MailCause.CUT);
  }

  /** The cause that the status of a delivery report stands for, such as {@code 5.1.1}. */
  public static MailCause ofReport(String status, String words) {
    MailCause read = read(new ServerAnswer(550, status + " " + words));
    return read == MailCause.REFUSED || read.verdict() == MailCause.Verdict.LINE_DOWN
        ? MailCause.CAME_BACK
        : read;
  }
}
