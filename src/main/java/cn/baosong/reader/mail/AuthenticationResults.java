package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail.Authentication;
import cn.baosong.core.submission.Mail.Authentication.Result;
import cn.baosong.core.submission.Mail.Field;
import cn.baosong.core.submission.ReceivedTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What trusted hosts found of the sender (RFC 8601). A field counts where it stands above the line
 * of the host that took the mail from outside: whatever stands below, the sender wrote. What hosts
 * quote of the sender's own words is no result.
 */
final class AuthenticationResults {
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern LOOSE = Pattern.compile("[()\"\\\\]");
  private static final Pattern RESULT =
      Pattern.compile("(?i)\\s*(dkim|spf|dmarc|arc|iprev|auth)\\s*=\\s*([a-z]+)(.*)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?i)(?:header\\.d|header\\.from|smtp\\.mailfrom|smtp\\.mail|header\\.i|smtp\\.helo)\\s*=\\s*([^\\s;]+)");

  private AuthenticationResults() {}

  /**
   * Reads the trace of a message.
   *
   * @param trace from the top down
   * @param trusted hosts, as {@link ReceivedTrail} has them
   */
  static Authentication of(List<Field> trace, Set<String> trusted) {
    List<Result> results = new ArrayList<>();
    for (Field field : trace.subList(0, trustedPart(trace, trusted))) {
      if (field.name().equals("authentication-results")) {
        for (String one : plain(field.body()).split(";")) {
          result(one, results);
        }
      }
    }
    return new Authentication(results);
  }

  /** How many fields stand above the line of the host that took the mail from outside. */
  private static int trustedPart(List<Field> trace, Set<String> trusted) {
    List<Integer> received =
        IntStream.range(0, trace.size())
            .filter(i -> trace.get(i).name().equals("received"))
            .boxed()
            .toList();
    List<String> lines = received.stream().map(i -> trace.get(i).body()).toList();
    int believed = ReceivedTrail.of(lines, List.copyOf(trusted)).trusted().size();
    return believed == 0 ? 0 : received.get(believed - 1);
  }

  /** Without quotations and comments; nothing where these cannot be told apart. */
  private static String plain(String body) {
    String text = QUOTED.matcher(body).replaceAll(" ");
    String before = "";
    while (!before.equals(text)) {
      before = text;
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    return LOOSE.matcher(text).find() ? "" : text;
  }

  private static void result(String words, List<Result> results) {
    Matcher result = RESULT.matcher(words);
    if (result.matches()) {
      Matcher domain = DOMAIN.matcher(result.group(3));
      String of = domain.find() ? domain.group(1).toLowerCase(Locale.ROOT) : "";
      results.add(
          new Result(
              result.group(1).toLowerCase(Locale.ROOT),
              result.group(2).toLowerCase(Locale.ROOT),
              of.substring(of.lastIndexOf('@') + 1)));
    }
  }
}
