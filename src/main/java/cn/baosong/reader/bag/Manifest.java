package cn.baosong.reader.bag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a manifest: a digest, blanks, a path (RFC 8493, 2.1.3). */
final class Manifest {
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+(.+)");
  private static final Pattern ESCAPE = Pattern.compile("%(0[AaDd]|25)");

  private Manifest() {}

  /** One file as listed; the path as written. */
  record Listed(String digest, String written) {

    /**
     * Where the file may be found, best first: by the rule of BagIt 1.0, then as most libraries
     * write it, who forget the percent sign, then without the asterisk of {@code sha256sum -b}.
     */
    List<String> candidates() {
      String plain = written.startsWith("./") ? written.substring(2) : written;
      String unstarred = plain.startsWith("*") ? plain.substring(1) : plain;
      return List.of(decoded(plain), plain, decoded(unstarred), unstarred);
    }
  }

  static Optional<Listed> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new Listed(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2)))
        : Optional.empty();
  }

  static String decoded(String path) {
    return ESCAPE
        .matcher(path)
        .replaceAll(
            m ->
                switch (m.group(1).toUpperCase(Locale.ROOT)) {
                  case "0A" -> "\n";
                  case "0D" -> "\r";
                  default -> "%";
                });
  }

  static String encoded(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }
}
