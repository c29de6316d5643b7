package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Queue;
import cn.baosong.desk.route.Backlogs.Backlog;
import cn.baosong.desk.route.Backlogs.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What waits before a step, as a bar.
 *
 * @param width of the bar in parts of a hundred: each third of the bar is ten times as many
 * @param minutes that the first has waited
 */
public record QueueRow(
    Queue queue, long waiting, boolean more, int width, Optional<Long> minutes, Level level) {
  private static final double WHOLE = Math.log10(1 + Backlog.MOST);

  static QueueRow of(Backlog backlog, Instant now) {
    return new QueueRow(
        backlog.queue(),
        backlog.waiting(),
        backlog.waiting() >= Backlog.MOST,
        (int) Math.round(100 * Math.log10(1 + backlog.waiting()) / WHOLE),
        backlog.oldest().map(since -> Duration.between(since, now).toMinutes()),
        backlog.level(now));
  }
}
