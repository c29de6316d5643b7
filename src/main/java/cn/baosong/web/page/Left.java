package cn.baosong.web.page;

import java.time.Duration;
import java.util.Locale;

/**
 * What is left, by the server's clock; a script lets it run on.
 *
 * @param seconds in all
 * @param clock hours, minutes and seconds beside the days
 */
public record Left(long seconds, long days, String clock) {
  public static Left of(Duration left) {
    return new Left(
        left.toSeconds(),
        left.toDays(),
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            left.toHoursPart(),
            left.toMinutesPart(),
            left.toSecondsPart()));
  }
}
