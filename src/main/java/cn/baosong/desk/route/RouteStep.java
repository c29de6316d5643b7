package cn.baosong.desk.route;

import cn.baosong.desk.Routes.Counts;
import java.util.List;
import java.util.Optional;

/**
 * A step of a route as its file has it, with the steps within it.
 *
 * @param id as the file names it; empty where it has no name
 * @param note what its file says of it, or names, such as a bean and its method; it holds no secret
 * @param line of the file; 0 when unknown
 * @param counts what passed it since the route was loaded; empty where nobody counts
 * @param leadsTo the route that it hands on to
 * @param ways what lies within: one, or those of which each message takes some
 */
public record RouteStep(
    String id,
    Kind kind,
    String note,
    int line,
    Optional<Counts> counts,
    Optional<String> leadsTo,
    List<Way> ways) {
  public RouteStep {
    ways = List.copyOf(ways);
  }

  /** What a step does. */
  public enum Kind {
    /** Takes messages in. */
    SOURCE,
    /** Has a bean of the office do something. */
    BEAN,
    /** Hands on to another route. */
    HANDOVER,
    /** Sends to a place outside. */
    PLACE,
    /** Goes one way of several. */
    CHOICE,
    /** Does the same with each part. */
    EACH,
    /** Goes on only with some. */
    FILTER,
    /** All or nothing. */
    TRANSACTION,
    /** Has another way where it fails. */
    TRY,
    /** What is done where a step fails. */
    FAILURE,
    /** Sends the same to several. */
    SEVERAL,
    /** Remembers, reads or forgets something. */
    SET,
    /** Nothing of these. */
    OTHER
  }

  /**
   * Steps one after another.
   *
   * @param when it is taken; empty where it always is, {@code otherwise} where no other was
   */
  public record Way(String when, List<RouteStep> steps) {
    public static final String OTHERWISE = "otherwise";

    public Way {
      steps = List.copyOf(steps);
    }
  }
}
