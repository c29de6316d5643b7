package cn.baosong.web.page.inbox;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Filters;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.page.SinceChange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * How many stand in each state, counted by index and once after each change, however many people
 * look. Counters that each act keeps would have the acts of the office wait for one another.
 */
@Component
class Tallies {
  private final SinceChange<Filters.OfSubmissions, Optional<Map<SubmissionState, Long>>>
      submissions;
  private final SinceChange<String, Map<DossierState, Long>> dossiers;

  private final SinceChange<String, Long> second;

  Tallies(Records records, PendingRulings pending, Changes changes) {
    submissions = new SinceChange<>(changes, filter -> inTime(records, filter));
    second = new SinceChange<>(changes, all -> pending.awaiting());
    dossiers = new SinceChange<>(changes, all -> new TreeMap<>(records.dossierCounts()));
  }

  /** By state, whatever state the filter names; empty where counting takes too long. */
  Optional<Map<SubmissionState, Long>> submissions(Filters.OfSubmissions filter) {
    return submissions.get(filter.in(Optional.empty()));
  }

  /** Rulings that wait for a second person. */
  long second() {
    return second.get("");
  }

  Map<DossierState, Long> dossiers() {
    return dossiers.get("");
  }

  private static Optional<Map<SubmissionState, Long>> inTime(
      Records records, Filters.OfSubmissions filter) {
    try {
      return Optional.of(new TreeMap<>(records.submissionCounts(filter)));
    } catch (Refusal tookTooLong) {
      return Optional.empty();
    }
  }
}
