package cn.baosong.web.page;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first page shows.
 *
 * @param state that the list is narrowed to
 * @param seen hash of everything below the time: the same again needs no new picture
 * @param outside submissions that the filter leaves out
 * @param next cursor of the following page
 */
public record ListPage(
    Optional<SubmissionState> state,
    String asOf,
    String seen,
    List<Row> rows,
    long total,
    long outside,
    Optional<String> next,
    Map<SubmissionState, Long> counts,
    Map<DossierState, Long> dossiers,
    Notices notices) {

  /** What the page warns of, above the list. */
  public record Notices(
      Map<String, List<CallFault>> brokenCalls,
      Optional<String> closed,
      Optional<String> offset,
      List<Reconciliation.Source> sources,
      List<Leaving> leaving,
      Scanner scanner,
      long parked) {}

  /**
   * The malware scanner.
   *
   * @param trouble since when it does not answer; empty while it does
   * @param waiting submissions that wait for it
   * @param since when the one that waits longest began to
   */
  public record Scanner(
      boolean configured, Optional<String> trouble, long waiting, Optional<String> since) {}

  /** One submission. */
  public record Row(
      String number,
      String publicId,
      String received,
      String source,
      String trust,
      String channel,
      String unit,
      String call,
      SubmissionState state,
      boolean sealed,
      boolean unscanned,
      int people,
      Map<String, Long> dossiers) {}

  /**
   * A refusal that is about to leave.
   *
   * @param leaves time of day
   */
  public record Leaving(
      String id, String title, String submission, String addressee, String leaves) {}
}
