package cn.baosong.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes that carry packages, for whoever watches over them. */
public interface Routes {
  /** A route that should be there and is not. */
  String MISSING = "Missing";

  /** What a route says of itself that does its work. */
  String RUNNING = "Started";

  /** Those that are there. */
  List<Route> all();

  /**
   * The state of each route that should run, by id: what {@link Route#state} tells, or {@link
   * #MISSING}.
   */
  Map<String, String> expected();

  /** Starts, stops, suspends or resumes a route; false when there is none of this id. */
  boolean act(String id, Action action, Act act);

  /** What can be done to a route. */
  enum Action {
    START,
    STOP,
    SUSPEND,
    RESUME;

    /** Whether the route works on afterwards. */
    public boolean sets() {
      return this == START || this == RESUME;
    }
  }

  /**
   * A route and its counters since it was loaded.
   *
   * @param state such as Started, Stopped, Suspended
   * @param lastCompleted the last that went through without a failure
   * @param lastFailure the last that did not
   * @param place where it stands among the others
   * @param day what passed in the last day, while the office ran
   */
  record Route(
      String id,
      String description,
      String state,
      Duration uptime,
      Counts counts,
      Optional<Instant> lastCompleted,
      Optional<Mishap> lastFailure,
      Origin origin,
      Place place,
      Flow day) {
    public boolean isRunning() {
      return state.equals(RUNNING);
    }
  }

  /** How many went in, failed, and are in it now. */
  record Counts(long total, long failed, long inflight) {
    public static final Counts NONE = new Counts(0, 0, 0);
  }

  /**
   * Why something did not get through.
   *
   * @param at in real time
   * @param told what was said, as it was said; it may hold what a sender wrote
   */
  record Mishap(Instant at, Trouble trouble, String told) {}

  /** What lies behind a failure, as far as we can tell. */
  enum Trouble {
    /** The other side cannot be reached. */
    NETWORK,
    /** The other side does not answer in time. */
    TIMEOUT,
    /** Account, password or key is not accepted. */
    CREDENTIALS,
    /** Certificate or host key is not the one that is trusted. */
    CERTIFICATE,
    /** The database does not answer. */
    DATABASE,
    /** No room on the disk, or it does not do what it should. */
    DISK,
    /** The route names what is not there: a bean, a method, another route. */
    ROUTE,
    /** Nothing of these. */
    OTHER
  }

  /**
   * Where a route comes from.
   *
   * @param file name below {@code routes/}; of the Kamelet where the settings made the route
   * @param line of the file where the route begins; 0 when unknown
   * @param parent id of the route that this one is the inside of
   */
  record Origin(Kind kind, String file, int line, Optional<String> parent) {
    /** Who made it. */
    public enum Kind {
      /** A file of {@code routes/}. */
      FILE,
      /** The settings, by a Kamelet. */
      SETTINGS,
      /** A Kamelet, whose inside it is for the route that names it. */
      KAMELET
    }
  }

  /**
   * Where a route stands among the others.
   *
   * @param source what it takes from, by the name of Camel's component, such as {@code direct}
   * @param calls ids of the routes that it hands on to, where its file names them
   * @param queue the rows of the database that it takes
   */
  record Place(String source, List<String> calls, Optional<Queue> queue) {
    public Place {
      calls = List.copyOf(calls);
    }
  }

  /** The rows of the database that join the hops, in the order in which a package passes them. */
  enum Queue {
    OPENING,
    READING,
    ASSESSMENT,
    LETTERS,
    MAIL,
    DELIVERY
  }

  /**
   * What passed a route, in spans of equal length, the oldest first.
   *
   * @param from when the first began, in real time
   */
  record Flow(Instant from, Duration span, List<Counted> spans) {
    public Flow {
      spans = List.copyOf(spans);
    }

    /** The same in spans so many times as long. */
    public Flow joined(int times) {
      List<Counted> joined = new ArrayList<>();
      for (int i = 0; i < spans.size(); i += times) {
        List<Counted> some = spans.subList(i, Math.min(i + times, spans.size()));
        joined.add(
            new Counted(
                some.stream().mapToLong(Counted::done).sum(),
                some.stream().mapToLong(Counted::failed).sum()));
      }
      return new Flow(from, span.multipliedBy(times), joined);
    }

    public long done() {
      return spans.stream().mapToLong(Counted::done).sum();
    }

    public long failed() {
      return spans.stream().mapToLong(Counted::failed).sum();
    }

    /** The most in one span. */
    public long most() {
      return spans.stream().mapToLong(c -> c.done() + c.failed()).max().orElse(0);
    }
  }

  /** How many got through and how many failed. */
  record Counted(long done, long failed) {}
}
