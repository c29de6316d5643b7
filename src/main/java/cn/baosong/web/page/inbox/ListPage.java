package cn.baosong.web.page.inbox;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the inbox shows.
 *
 * @param seen hash of everything below the time: the same again needs no new picture
 * @param since number of the last act that it may show
 * @param outside submissions that the filter leaves out; empty where they were not counted
 * @param counts by state, within the rest of the filter; empty where they were not counted
 * @param second rulings that wait for a second person
 * @param slow why the list could not be read in time
 */
public record ListPage(
    InboxForm form,
    Optional<SubmissionState> state,
    String asOf,
    String seen,
    long since,
    List<Row> rows,
    Edges edges,
    Optional<Long> outside,
    Optional<Map<SubmissionState, Long>> counts,
    Map<DossierState, Long> dossiers,
    long second,
    Notices notices,
    Optional<String> slow) {

  /** How many the filter finds whatever their state. */
  public Optional<Long> total() {
    return counts.map(all -> all.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Whether anything is known to lie outside the filter. */
  public boolean hidesSome() {
    return outside.filter(n -> n > 0).isPresent();
  }

  /**
   * Where the page stands in the list.
   *
   * @param top cursor of its first row
   * @param newer address of the page before it
   * @param older address of the page behind it
   * @param first whether it is the first page, which alone follows what happens
   */
  public record Edges(
      Optional<String> top, Optional<String> newer, Optional<String> older, boolean first) {}

  /** What the page warns of, above the list. */
  public record Notices(
      Map<String, List<CallFault>> brokenCalls,
      Optional<String> closed,
      Optional<String> offset,
      List<Reconciliation.Source> sources,
      List<Leaving> leaving,
      Scanner scanner,
      long parked) {
    /** Whether a channel cannot be looked into. */
    public boolean blind() {
      return sources.stream().anyMatch(source -> source.error().isPresent());
    }
  }

  /**
   * The malware scanner.
   *
   * @param trouble since when it does not answer; empty while it does
   * @param waiting submissions that wait for it
   * @param since when the one that waits longest began to
   */
  public record Scanner(
      boolean configured, Optional<String> trouble, long waiting, Optional<String> since) {}

  /**
   * One submission.
   *
   * @param second how many of its people wait for a second person
   */
  public record Row(
      String number,
      String publicId,
      String received,
      String source,
      String trust,
      String channel,
      String name,
      String unit,
      String call,
      SubmissionState state,
      boolean sealed,
      boolean unscanned,
      boolean unverified,
      int people,
      Map<String, Long> dossiers,
      long second) {}

  /**
   * A refusal that is about to leave.
   *
   * @param leaves time of day
   */
  public record Leaving(
      String id, String title, String submission, String addressee, String leaves) {}
}
