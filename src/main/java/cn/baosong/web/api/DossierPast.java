package cn.baosong.web.api;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Proposals;
import cn.baosong.desk.Records;
import cn.baosong.web.WebOffice;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What has happened to one dossier, and what is proposed for it. */
@Component
public final class DossierPast {
  private static final Comparator<Records.Event> BY_TIME =
      Comparator.comparing(Records.Event::at)
          .thenComparing(event -> event.seq().orElse(Long.MAX_VALUE));

  private final Dossiers dossiers;
  private final Proposals proposals;
  private final Records records;
  private final WebOffice office;

  DossierPast(Dossiers dossiers, Proposals proposals, Records records, WebOffice office) {
    this.dossiers = dossiers;
    this.proposals = proposals;
    this.records = records;
    this.office = office;
  }

  /** Every decision, the oldest first: nothing is overwritten. */
  public List<PastView> decisions(Dossier dossier) {
    return dossiers.history(dossier.number()).stream().map(d -> PastView.of(d, office)).toList();
  }

  public Optional<ProposalView> proposal(Dossier dossier) {
    return proposals.of(dossier.number()).map(p -> ProposalView.of(p, dossier, office));
  }

  /** Everything that happened to the dossier, its delivery and its letters, the oldest first. */
  public List<EventView> timeline(Dossier dossier, Collection<Letter> letters) {
    List<String> subjects =
        Stream.concat(
                Stream.of(dossier.number().value(), dossier.submission().value()),
                letters.stream().map(Letter::id))
            .toList();
    return EventView.of(
        records.timelines(subjects).values().stream()
            .flatMap(List::stream)
            .sorted(BY_TIME)
            .toList(),
        office);
  }
}
