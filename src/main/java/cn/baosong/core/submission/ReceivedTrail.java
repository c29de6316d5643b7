package cn.baosong.core.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a mail by its {@code Received} lines. Each host puts its line above the others, so
 * what stands below the line of the host that took the mail from outside was written outside, and
 * may say anything.
 *
 * @param trusted the lines that hosts of our own provider wrote, the last host first
 * @param claimed the lines below
 */
public record ReceivedTrail(List<ReceivedLine> trusted, List<ReceivedLine> claimed) {
  private static final Pattern ADDRESS = Pattern.compile("\\[([^\\[\\]]*)]\\s*$");
  private static final Pattern INSIDE =
      Pattern.compile(
          "10\\.\\d+\\.\\d+\\.\\d+|127\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+"
              + "|172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+|(ipv6:)?(::1|f[cd][0-9a-f]{2}:[0-9a-f:]*)");

  public ReceivedTrail {
    trusted = List.copyOf(trusted);
    claimed = List.copyOf(claimed);
  }

  /**
   * @param lines the values of the {@code Received} lines, the topmost first
   * @param hosts whose lines are believed; {@code .example.cn} stands for every host below it,
   *     {@code *} for any letters but a dot
   */
  public static ReceivedTrail of(List<String> lines, List<String> hosts) {
    List<Pattern> believed = hosts.stream().map(ReceivedTrail::pattern).toList();
    List<ReceivedLine> trusted = new ArrayList<>();
    List<ReceivedLine> claimed = new ArrayList<>();
    boolean inside = true;
    for (String value : lines) {
      Optional<ReceivedLine> line = ReceivedLine.of(value);
      inside = inside && line.filter(l -> isOf(l.by(), believed)).isPresent();
      line.ifPresent(inside ? trusted::add : claimed::add);
      inside = inside && line.filter(l -> cameFromInside(l.peer(), believed)).isPresent();
    }
    return new ReceivedTrail(trusted, claimed);
  }

  /** What the host itself saw of its peer decides, not what the peer called itself. */
  private static boolean cameFromInside(String peer, List<Pattern> believed) {
    Matcher literal = ADDRESS.matcher(peer);
    String address = literal.find() ? literal.group(1) : peer;
    String name = peer.split("[\\s\\[]", 2)[0];
    return INSIDE.matcher(address.strip()).matches() || isOf(name, believed);
  }

  private static boolean isOf(String host, List<Pattern> hosts) {
    return hosts.stream().anyMatch(pattern -> pattern.matcher(host).matches());
  }

  private static Pattern pattern(String host) {
    String glob = host.strip().toLowerCase(Locale.ROOT);
    boolean below = glob.startsWith(".") || glob.startsWith("*.");
    String own = below ? glob.substring(glob.indexOf('.')) : glob;
    String each = Pattern.quote(own).replace("*", "\\E[^.\\s]*\\Q");
    return Pattern.compile(below ? "[^\\s]+" + each : each);
  }

  /** The same as another clock tells it. */
  public ReceivedTrail shifted(UnaryOperator<Instant> clock) {
    return new ReceivedTrail(shifted(trusted, clock), shifted(claimed, clock));
  }

  private static List<ReceivedLine> shifted(
      List<ReceivedLine> lines, UnaryOperator<Instant> clock) {
    return lines.stream()
        .map(line -> new ReceivedLine(line.by(), line.peer(), clock.apply(line.at())))
        .toList();
  }

  /** When our provider took the mail from outside. */
  public Optional<Instant> entered() {
    return trusted.stream().map(ReceivedLine::at).min(Instant::compareTo);
  }

  /** When its last host had it. */
  public Optional<Instant> delivered() {
    return trusted.stream().map(ReceivedLine::at).findFirst();
  }

  /** The oldest stamp that anybody wrote. */
  public Optional<Instant> oldestClaim() {
    return claimed.stream().map(ReceivedLine::at).min(Instant::compareTo);
  }
}
