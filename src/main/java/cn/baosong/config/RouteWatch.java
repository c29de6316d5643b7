package cn.baosong.config;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the routes once a second, by a thread of its own: a route that stands cannot. */
final class RouteWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);

  private final List<Runnable> looks;
  private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  RouteWatch(Runnable... looks) {
    this.looks = List.of(looks);
    clock.shutdown();
  }

  private void look() {
    for (Runnable look : looks) {
      try {
        look.run();
      } catch (RuntimeException failed) { // the next look finds what this one did not
        LOG.warn("A look at the routes failed", failed);
      }
    }
  }

  @Override
  public void start() {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "route-watch");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
