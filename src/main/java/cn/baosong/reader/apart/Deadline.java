package cn.baosong.reader.apart;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A moment that passes by itself, whatever happens to the machine's clock. */
final class Deadline {
  private final Duration after;
  private CompletableFuture<Boolean> timer;

  Deadline(Duration after) {
    this.after = after;
    this.timer = armed(after);
  }

  boolean passed() {
    return timer.isDone();
  }

  void renew() {
    cancel();
    timer = armed(after);
  }

  void cancel() {
    timer.complete(false);
  }

  private static CompletableFuture<Boolean> armed(Duration after) {
    return new CompletableFuture<Boolean>()
        .completeOnTimeout(true, after.toMillis(), TimeUnit.MILLISECONDS);
  }
}
