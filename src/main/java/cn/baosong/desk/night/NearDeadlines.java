package cn.baosong.desk.night;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which deadlines are so near that units can hardly follow a change of the rules. */
public final class NearDeadlines implements Predicate<Call> {
  private final Endings endings;
  private final Clock clock;
  private final Span span;

  /**
   * When a deadline is near.
   *
   * @param before its strictest reading
   * @param after its most lenient one, until the night is over
   */
  public record Span(Duration before, Duration after) {}

  /**
   * @param clock the office's clock
   */
  public NearDeadlines(Endings endings, Clock clock, Span span) {
    this.endings = endings;
    this.clock = clock;
    this.span = span;
  }

  /** Hours before a deadline from which on it is near. */
  public long hours() {
    return span.before().toHours();
  }

  @Override
  public boolean test(Call call) {
    return !of(call).isEmpty();
  }

  public List<Deadline> of(Call call) {
    return near(call).stream().map(Ending::deadline).toList();
  }

  /** Until when a deadline of the call is near; empty when none is. */
  public Optional<Instant> until(Call call) {
    return near(call).stream()
        .map(ending -> ending.ends().latest().plus(span.after()))
        .max(Comparator.naturalOrder());
  }

  private List<Ending> near(Call call) {
    Instant now = clock.instant();
    return endings.of(call).stream().filter(ending -> isNear(ending, now)).toList();
  }

  private boolean isNear(Ending ending, Instant now) {
    return !now.isBefore(ending.ends().earliest().minus(span.before()))
        && now.isBefore(ending.ends().latest().plus(span.after()));
  }
}
