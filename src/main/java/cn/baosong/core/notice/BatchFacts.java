package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a letter on decisions knows. */
record BatchFacts(Wording wording, Moments moments, Batch batch) {
  /** Doubts that the evidence of time settles. */
  private static final Set<FindingCode> OF_TIME =
      Set.of(FindingCode.LATE, FindingCode.TIME_UNDETERMINED, FindingCode.PART_LATE);

  Facts facts() {
    Call call = batch.call();
    PeopleRows people = new PeopleRows(wording, batch);
    FindingRows found = new FindingRows(wording, batch);
    Facts facts =
        new Arrival(wording, moments)
            .facts(batch.delivery())
            .put(Fact.CONTACT, people.contacts())
            .put(Fact.COUNT, String.valueOf(batch.cases().size()))
            .put(Fact.DUE, due())
            .put(Fact.REPLACED, replaced())
            .put(Fact.REVOKED, revoked())
            .put(Fact.DECIDED_BY, decidedBy())
            .put(Fact.READINGS, readings())
            .put(Fact.ADMISSION_CLAUSE, call.admission().clause().words())
            .put(
                Fact.REDIRECTION,
                Optional.ofNullable(call.admission().redirected().get(batch.unitKind())))
            .put(Rows.PEOPLE, people.people())
            .put(Rows.ACCEPTED, people.accepted())
            .put(Rows.LISTED, people.listed())
            .put(Rows.QUOTAS, people.quotas())
            .put(Rows.ITEMS, found.items())
            .put(Rows.GROUNDS, found.grounds())
            .put(Rows.PENDING, found.pending())
            .put(Rows.COMPARED, found.compared())
            .put(Fact.CONSISTENCY_CLAUSE, call.paper().consistency().map(Clause::words));
    return isOfTime() ? facts.putAll(time()) : facts;
  }

  /** A letter that waits for its seal cannot know the day on which it will leave. */
  private String due() {
    return batch.call().letters().draftForSeal()
        ? wording.say(Phrase.DUE_FROM_DELIVERY, String.valueOf(batch.call().correctionTerm()))
        : due(wording, correction().flatMap(Correction::due));
  }

  private String revoked() {
    return batch.revoked().stream()
        .map(letter -> wording.say(Phrase.REVOKED, letter.title(), letter.reference()))
        .collect(Collectors.joining("、"));
  }

  /** The last day, which itself counts; without calendar data it is told later. */
  static String due(Wording wording, Optional<LocalDate> due) {
    return due.map(day -> wording.say(Phrase.DUE, Moments.day(day)))
        .orElseGet(() -> wording.say(Phrase.DUE_LATER));
  }

  private Facts time() {
    Optional<String> deadline = Clauses.deadline(batch);
    return new Facts()
        .put(Fact.COMPUTATION, computation())
        .put(Fact.DEADLINE_CLAUSE, deadline)
        .put(Fact.CONSEQUENCE_CLAUSE, Clauses.consequence(batch.call(), deadline))
        .put(Rows.EVIDENCE, new EvidenceRows(wording, moments, batch).rows());
  }

  private boolean isOfTime() {
    return batch.cases().stream()
        .flatMap(c -> c.decision().findings().stream())
        .anyMatch(f -> OF_TIME.contains(f.code()));
  }

  private String computation() {
    return batch.cases().stream()
        .flatMap(c -> c.decision().findings().stream())
        .filter(f -> f.code() == FindingCode.LATE)
        .map(Finding::sentence)
        .distinct()
        .collect(Collectors.joining());
  }

  private String readings() {
    return batch.cases().stream()
        .flatMap(c -> c.decision().findings().stream())
        .filter(f -> f.code() == FindingCode.READING_APPLIED)
        .map(Finding::sentence)
        .distinct()
        .collect(Collectors.joining());
  }

  private Optional<Correction> correction() {
    return batch.cases().stream()
        .map(Case::dossier)
        .map(Dossier::correction)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String replaced() {
    return batch.cases().stream()
        .map(Case::dossier)
        .map(Dossier::supersedes)
        .flatMap(Optional::stream)
        .map(DossierNumber::value)
        .collect(Collectors.joining("、"));
  }

  private String decidedBy() {
    List<String> officers =
        batch.cases().stream()
            .map(Case::ruling)
            .flatMap(Optional::stream)
            .map(Ruling::by)
            .distinct()
            .toList();
    return officers.isEmpty()
        ? wording.say(Phrase.BY_SYSTEM)
        : wording.say(Phrase.BY_PERSON, String.join("、", officers));
  }
}
