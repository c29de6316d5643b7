package cn.baosong.reader.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords that a sender writes into a mail, for what is enclosed or was enclosed in the one
 * before. They are tried and forgotten: only the original keeps them.
 */
public final class Passwords {
  /** What is read of a mail for them; an answer stands above what it answers. */
  private static final int READ = 4_000;

  private static final int MOST = 10;
  private static final String MASK = "〔见原件〕";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:密\\s*码|密碼|口令|password|passwd|passcode|\\bpwd\\b)\\s*(?:是|为|為|is\\b)?\\s*[:：=]?\\s*"
              + "[“\"「【（(《]?([^\\s“”\"「」【】（）()《》，。；、]{1,64})");

  /** A mail of nothing else than one word that is none. */
  private static final Pattern BARE = Pattern.compile("\\s*((?=\\S*\\d)[!-~]{4,40})\\s*");

  private Passwords() {}

  /** The likeliest first. */
  public static List<String> in(String words) {
    String read = words.substring(0, Math.min(words.length(), READ));
    Set<String> found = new LinkedHashSet<>();
    Stream.concat(
            NAMED.matcher(read).results(),
            read.lines().flatMap(line -> BARE.matcher(line).results().filter(r -> isAll(r, line))))
        .map(result -> result.group(1))
        .forEach(
            word -> {
              found.add(word);
              found.add(word.replaceAll("[.,;!?。，；！]+$", ""));
            });
    found.remove("");
    return found.stream().limit(MOST).toList();
  }

  private static boolean isAll(MatchResult result, String line) {
    return result.start() == 0 && result.end() == line.length();
  }

  /** A text to be shown and kept. */
  static String masked(String text) {
    StringBuilder shown = new StringBuilder();
    int[] end = {0};
    NAMED
        .matcher(text)
        .results()
        .forEach(
            result -> {
              shown.append(text, end[0], result.start(1)).append(MASK);
              end[0] = result.end(1);
            });
    String rest = shown.append(text, end[0], text.length()).toString();
    return BARE.matcher(rest).matches() ? MASK : rest;
  }
}
