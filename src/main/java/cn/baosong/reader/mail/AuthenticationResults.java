package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail.Authentication;
import cn.baosong.core.submission.Mail.Authentication.Result;
import cn.baosong.core.submission.Mail.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What trusted hosts found of the sender (RFC 8601). A field counts where it stands above a {@code
 * Received} line of a trusted host: whatever stands below the last of these, the sender wrote.
 */
final class AuthenticationResults {
  private static final Pattern BY = Pattern.compile("(?i)\\bby\\s+([^\\s;()]+)");
  private static final Pattern RESULT =
      Pattern.compile("(?i)\\s*(dkim|spf|dmarc|arc|iprev|auth)\\s*=\\s*([a-z]+)(.*)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?i)(?:header\\.d|header\\.from|smtp\\.mailfrom|smtp\\.mail|header\\.i|smtp\\.helo)\\s*=\\s*\"?([^\\s;\"]+)");

  private AuthenticationResults() {}

  /**
   * Reads the trace of a message.
   *
   * @param trace from the top down
   * @param trusted hosts in lower case
   */
  static Authentication of(List<Field> trace, Set<String> trusted) {
    List<Result> results = new ArrayList<>();
    for (Field field : trace.subList(0, trustedPart(trace, trusted))) {
      if (field.name().equals("authentication-results")) {
        for (String one : field.body().replaceAll("\\([^()]*\\)", " ").split(";")) {
          result(one, results);
        }
      }
    }
    return new Authentication(results);
  }

  /** How many fields stand above the lowest stamp of an unbroken row of trusted hosts. */
  private static int trustedPart(List<Field> trace, Set<String> trusted) {
    int end = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.get(i).name().equals("received")) {
        if (!isBy(trusted, trace.get(i).body())) {
          return end;
        }
        end = i;
      }
    }
    return end;
  }

  private static boolean isBy(Set<String> trusted, String received) {
    Matcher by = BY.matcher(received.replaceAll("\\([^()]*\\)", " "));
    return by.find() && trusted.contains(by.group(1).toLowerCase(Locale.ROOT));
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
