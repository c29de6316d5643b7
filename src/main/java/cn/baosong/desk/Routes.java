package cn.baosong.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes that carry packages, for whoever watches over them. */
public interface Routes {
  List<Route> all();

  /** Starts, stops, suspends or resumes a route; false when there is none of this id. */
  boolean act(String id, Action action, Act act);

  /** What can be done to a route. */
  enum Action {
    START,
    STOP,
    SUSPEND,
    RESUME
  }

  /**
   * A route and its counters since the start.
   *
   * @param state such as Started, Stopped, Suspended
   * @param lastError what the last failed exchange said
   */
  record Route(
      String id,
      String description,
      String state,
      Duration uptime,
      long total,
      long failed,
      long inflight,
      Optional<Instant> lastCompleted,
      Optional<Instant> lastFailed,
      Optional<String> lastError) {}
}
