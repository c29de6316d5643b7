package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Counts;
import cn.baosong.desk.Routes.Origin;
import java.util.Optional;

/**
 * A route as a page shows it.
 *
 * @param depth how far it stands behind the one that begins its line
 * @param words its description, in the reader's language
 * @param level {@code good}, {@code warned} or {@code failed}
 * @param lastCompleted time as people read it
 * @param idle why it does not run
 */
public record RouteRow(
    String id,
    int depth,
    String words,
    String state,
    String level,
    Counts counts,
    Optional<String> lastCompleted,
    Optional<Failed> lastFailed,
    Origin origin,
    Chart day,
    long done,
    long failed,
    Optional<IdleRow> idle) {

  /** Name of the Kamelet whose inside it is. */
  public String kamelet() {
    return origin.file().replaceFirst("^kamelets/", "").replaceFirst("[.]kamelet[.]yaml$", "");
  }

  /** The last failure: when, what lies behind it, what was said. */
  public record Failed(String at, String trouble, String told) {}

  /**
   * A route that does not run.
   *
   * @param since time as people read it
   * @param by who stopped it; empty when nobody did
   */
  public record IdleRow(
      String id,
      String state,
      String since,
      Optional<String> by,
      String reason,
      boolean forgotten) {
    /** Key of the sentence that tells it. */
    public String key() {
      return by.isEmpty()
          ? "routes.idle.self"
          : forgotten ? "routes.idle.forgotten" : "routes.idle.by";
    }
  }
}
