package cn.baosong.web.page;

import cn.baosong.desk.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What many look at, found anew when the record has changed or a moment has gone by, however many
 * look meanwhile.
 */
public final class Glance<V> {
  private static final Duration FRESH = Duration.ofSeconds(4);

  private final Changes changes;
  private final Clock machine;
  private final Supplier<V> find;
  private Optional<V> last = Optional.empty();
  private long change;
  private Instant found = Instant.MIN;

  /**
   * @param machine real time
   */
  public Glance(Changes changes, Clock machine, Supplier<V> find) {
    this.changes = changes;
    this.machine = machine;
    this.find = find;
  }

  public synchronized V get() {
    long now = changes.latest();
    Instant moment = machine.instant();
    boolean fresh = moment.minus(FRESH).isBefore(found);
    if (last.isPresent() && change == now && fresh) {
      return last.get();
    }
    V value = find.get();
    last = Optional.of(value);
    change = now;
    found = moment;
    return value;
  }
}
