package cn.baosong.web.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a password must be (GB/T 22239-2019, 8.1.4.1: complexity): long, or of several kinds of
 * characters, and nothing that stands in the name.
 */
public final class Passwords {
  private static final int SHORTEST = 10;

  /** From this length on words alone will do. */
  private static final int LONG = 16;

  /** BCrypt reads no more. */
  private static final int LONGEST_BYTES = 72;

  private static final int KINDS = 3;

  /** A shorter name stands in any word. */
  private static final int TELLING = 4;

  private static final int VARIED = 5;
  private static final List<Pattern> KIND =
      List.of(
          Pattern.compile("\\p{Lower}"),
          Pattern.compile("\\p{Upper}|\\p{Lo}"),
          Pattern.compile("\\p{Nd}"),
          Pattern.compile("[^\\p{L}\\p{Nd}]"));

  private Passwords() {}

  /** Why a password will not do. */
  public record Weakness(String zh, String en) {}

  /** Empty when it will do. */
  public static Optional<Weakness> of(String name, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(new Weakness("密码至少 10 个字符。", "A password has at least 10 characters."));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of(new Weakness("密码最多 72 字节。", "A password has at most 72 bytes."));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    boolean named = name.length() >= TELLING && lower.contains(name.toLowerCase(Locale.ROOT));
    if (named || password.chars().distinct().count() < VARIED) {
      return Optional.of(
          new Weakness(
              "密码不能含用户名，也不能只由几个字符重复而成。",
              "A password holds neither the user name nor the same few characters again."));
    }
    long kinds = KIND.stream().filter(kind -> kind.matcher(password).find()).count();
    if (password.length() < LONG && kinds < KINDS) {
      return Optional.of(
          new Weakness(
              "不满 16 个字符的密码，须含大写、小写、数字、其他符号中的三种。",
              "Below 16 characters a password has three of: upper case, lower case, digits,"
                  + " others."));
    }
    return Optional.empty();
  }
}
