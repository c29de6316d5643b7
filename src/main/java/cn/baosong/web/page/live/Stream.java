package cn.baosong.web.page.live;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** What one open page is told: that something has changed since, or that nothing has. */
final class Stream {
  /** Looks without a word; a proxy that hears nothing for a minute hangs up. */
  static final int BEAT = 10;

  /** Looks after which the browser asks again, and whoever may no longer look is told. */
  static final int LIFE = 300;

  /** Looks after which a reader that takes no hundred bytes is given up. */
  static final int PATIENCE = 15;

  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
  private static final long RETRY_MILLIS = 2000;

  private final String who;
  private final SseEmitter emitter;
  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile long told;
  private volatile int silent;
  private volatile int stuck;
  private volatile int age;

  Stream(String who, long since, SseEmitter emitter) {
    this.who = who;
    this.told = since;
    this.emitter = emitter;
  }

  /** What a look finds to do. */
  enum Due {
    NOTHING,
    WORD,
    END,
    GIVE_UP
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean isOf(String name) {
    return who.equals(name);
  }

  void whenOver(Runnable task) {
    emitter.onCompletion(task);
    emitter.onError(failure -> task.run());
    emitter.onTimeout(task);
  }

  /** Once a second, by one thread. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  Due look(long latest) {
    age++;
    if (writing.get()) {
      stuck++;
      return stuck > PATIENCE ? Due.GIVE_UP : Due.NOTHING;
    }
    stuck = 0;
    silent++;
    if (age > LIFE) {
      return Due.END;
    }
    return latest != told || silent >= BEAT ? Due.WORD : Due.NOTHING;
  }

  /** Whether its page shows an older record, and hears now. */
  boolean isBehind(long latest) {
    return latest != told && !writing.get();
  }

  /** Has the browser know how soon to come back. */
  void greet(String time) {
    write(SseEmitter.event().name("open").reconnectTime(RETRY_MILLIS).data(time));
  }

  /**
   * @param time of day by the office's clock
   */
  void tell(long latest, String time) {
    String name = latest == told ? "beat" : "change";
    told = latest;
    silent = 0;
    write(SseEmitter.event().id(Long.toString(latest)).name(name).data(time));
  }

  void end() {
    emitter.complete();
  }

  private void write(SseEventBuilder event) {
    if (!writing.compareAndSet(false, true)) {
      return;
    }
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("A page of {} has gone", who, gone);
    } finally {
      writing.set(false);
    }
  }
}
