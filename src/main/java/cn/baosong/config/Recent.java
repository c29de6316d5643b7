package cn.baosong.config;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is good for a few seconds: however often a meter is read, it is asked for once.
 */
final class Recent<T> implements Supplier<T> {
  private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(5);

  private final Supplier<T> ask;
  private final LongSupplier nanos;
  private @Nullable T answer;
  private long asked;

  Recent(Supplier<T> ask) {
    this(ask, OfficeClock::steady);
  }

  /**
   * @param nanos a count that nobody can set
   */
  Recent(Supplier<T> ask, LongSupplier nanos) {
    this.ask = ask;
    this.nanos = nanos;
  }

  @Override
  public synchronized T get() {
    T known = answer;
    if (known == null || nanos.getAsLong() - asked >= GOOD_FOR) {
      known = ask.get();
      answer = known;
      asked = nanos.getAsLong();
    }
    return known;
  }
}
