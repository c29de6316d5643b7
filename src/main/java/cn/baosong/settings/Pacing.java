package cn.baosong.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The pace towards each provider, on one line. */
public final class Pacing {
  private Pacing() {}

  /**
   * Reads {@code qq.com=PT2S, *=PT0S}.
   *
   * @throws IllegalArgumentException when an entry is not {@code domain=duration}
   */
  public static Map<String, Duration> read(String written) {
    Map<String, Duration> pace = new HashMap<>();
    for (String entry : written.split(",", -1)) {
      String[] parts = entry.strip().split("\\s*=\\s*", -1);
      if (parts.length != 2 || parts[0].isEmpty()) {
        throw new IllegalArgumentException(entry);
      }
      pace.put(parts[0].toLowerCase(Locale.ROOT), duration(parts[1]));
    }
    return pace;
  }

  private static Duration duration(String written) {
    try {
      Duration duration = Duration.parse(written);
      if (duration.isNegative()) {
        throw new IllegalArgumentException(written);
      }
      return duration;
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(written, unreadable);
    }
  }
}
