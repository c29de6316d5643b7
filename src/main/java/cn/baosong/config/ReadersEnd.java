package cn.baosong.config;

import cn.baosong.reader.apart.Readers;
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * When the office ends, before its routes stop: a package that takes longer than these have is put
 * off while that can still be stored.
 */
final class ReadersEnd implements ApplicationListener<ContextClosedEvent>, Ordered {
  /** Half of what the routes have to stop in. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Readers readers;

  ReadersEnd(Readers readers) {
    this.readers = readers;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closing) {
    readers.closeAfter(GRACE);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
