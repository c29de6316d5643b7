package cn.baosong.web.page.live;

import cn.baosong.desk.Changes;
import cn.baosong.web.page.Times;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of all open pages. They are told of a change as soon as it is on disk, and of those
 * that follow within the second together; however many look, nobody asks the database for it.
 */
@Component
public final class LiveStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  static final int OF_ONE = 8;
  static final int OF_ALL = 400;

  /** Longer than a stream lives of its own accord. */
  private static final long BACKSTOP_MILLIS = 2_000L * Stream.LIFE;

  /** Between two words to the same page: each has it ask for its list. */
  private static final long REST_MILLIS = 1000;

  /** Between two pages that are told of the same change, so that not all ask in one moment. */
  private static final long PACE_MILLIS = 1;

  private static final int WRITERS = 4;

  private final Changes changes;
  private final Times times;
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private ExecutorService writers = Executors.newFixedThreadPool(1);
  private volatile boolean running;
  private boolean resting;
  private boolean more;

  LiveStreams(Changes changes, Times times) {
    this.changes = changes;
    this.times = times;
    clock.shutdown();
    writers.shutdown();
    changes.whenChanged(this::changed);
  }

  /** By the thread that put the change on disk, which must not wait. */
  private void changed() {
    if (running && !streams.isEmpty()) {
      try {
        clock.execute(this::news);
      } catch (RejectedExecutionException closing) {
        LOG.debug("The streams have ended");
      }
    }
  }

  /** By the clock's thread alone. */
  private void news() {
    if (resting) {
      more = true;
      return;
    }
    resting = true;
    more = false;
    clock.schedule(this::rested, REST_MILLIS, TimeUnit.MILLISECONDS);
    long latest = changes.latest();
    long wait = 0;
    for (Stream stream : streams) {
      if (stream.isBehind(latest)) {
        clock.schedule(() -> catchUp(stream, latest), wait, TimeUnit.MILLISECONDS);
        wait += PACE_MILLIS;
      }
    }
  }

  private void catchUp(Stream stream, long latest) {
    if (stream.isBehind(latest)) {
      tell(stream, latest);
    }
  }

  private void rested() {
    resting = false;
    if (more) {
      news();
    }
  }

  private void tell(Stream stream, long latest) {
    writers.execute(() -> stream.tell(latest, times.now()));
  }

  /**
   * A new stream; empty when this person or the whole office has as many as it may.
   *
   * @param since number of the last act that the page shows
   */
  Optional<SseEmitter> open(String who, long since) {
    long own = streams.stream().filter(stream -> stream.isOf(who)).count();
    if (!running || own >= OF_ONE || streams.size() >= OF_ALL) {
      return Optional.empty();
    }
    Stream stream = new Stream(who, since, new SseEmitter(BACKSTOP_MILLIS));
    stream.whenOver(() -> streams.remove(stream));
    // Said first, it goes out with the headers by the request's own thread; no other writes any.
    stream.greet(times.now());
    streams.add(stream);
    return Optional.of(stream.emitter());
  }

  int open() {
    return streams.size();
  }

  /**
   * Once a second, by the clock's thread alone: whoever has heard nothing for long, or has been
   * open for long. While the news goes round nobody hears it out of turn.
   */
  void look() {
    long latest = changes.latest();
    for (Stream stream : streams) {
      switch (stream.look(latest)) {
        case NOTHING -> {}
        case WORD -> {
          if (!resting) {
            tell(stream, latest);
          }
        }
        case END -> {
          streams.remove(stream);
          writers.execute(stream::end);
        }
        case GIVE_UP -> streams.remove(stream);
      }
    }
  }

  @Override
  public void start() {
    resting = false;
    writers = Executors.newFixedThreadPool(WRITERS, named("live-writer"));
    clock = Executors.newSingleThreadScheduledExecutor(named("live-clock"));
    clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    running = true;
  }

  /** Before the web server waits for requests to end: a stream would not. */
  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
    streams.forEach(Stream::end);
    streams.clear();
    writers.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
