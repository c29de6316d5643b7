package cn.baosong.web.page.inbox;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a part of the list, with what belongs to its rows, in a few queries. */
@Component
class ListRows {
  private final Records records;
  private final PendingRulings pending;
  private final Tallies tallies;

  ListRows(Records records, PendingRulings pending, Tallies tallies) {
    this.records = records;
    this.pending = pending;
    this.tallies = tallies;
  }

  Found find(Filters.OfSubmissions filter, Window window) {
    try {
      return around(records.submissions(filter, window));
    } catch (Refusal tookTooLong) {
      return Found.tooSlow(tookTooLong);
    }
  }

  Found around(Page<SubmissionLine> lines) {
    Map<SubmissionNumber, List<DossierLine>> filed =
        records.dossiersOf(lines.items().stream().map(SubmissionLine::number).toList());
    return new Found(lines, filed, second(filed), Optional.empty());
  }

  int count(Filters.OfSubmissions filter, Window window) {
    return records.submissions(filter, window).items().size();
  }

  private Set<DossierNumber> second(Map<SubmissionNumber, List<DossierLine>> filed) {
    return tallies.second() == 0
        ? Set.of()
        : pending
            .awaiting(
                filed.values().stream().flatMap(List::stream).map(DossierLine::number).toList())
            .keySet();
  }
}
