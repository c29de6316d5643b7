package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Consignments;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the pages show. */
interface ListsContract {
  StoreFixture store();

  Act ACT = Act.byMachine(Act.Kind.SUBMISSION_RECEIVED);

  private void receive(int... serials) {
    for (int serial : serials) {
      store().submissions().save(Samples.submission(serial), ACT);
    }
  }

  private static Filters.OfDossiers dossiers(Optional<Set<String>> within) {
    return new Filters.OfDossiers(
        Optional.empty(),
        Optional.of(Samples.CALL),
        Optional.of(Samples.UNIT),
        Optional.empty(),
        Optional.empty(),
        within);
  }

  @Test
  default void showsEachSubmissionOnceThoughNewOnesArriveBetweenTwoPages() {
    receive(1, 2, 3, 4, 5);
    List<String> shown = new ArrayList<>();
    Optional<Place> next = Optional.empty();
    do {
      Page<Records.SubmissionLine> page =
          store().records().submissions(Filters.OfSubmissions.ALL, new Window(2, next));
      page.items().forEach(line -> shown.add(line.number().value()));
      next = page.next();
      if (shown.size() == 2) {
        receive(6);
      }
    } while (next.isPresent());
    assertThat(shown)
        .containsExactly(
            "SJ-2020-000005",
            "SJ-2020-000004",
            "SJ-2020-000003",
            "SJ-2020-000002",
            "SJ-2020-000001");
  }

  @Test
  default void narrowsSubmissionsByEveryFieldThatIsAsked() {
    receive(1);
    store().submissions().save(Samples.read(2, Samples.digest(99)), ACT);
    Filters.OfSubmissions filter =
        new Filters.OfSubmissions(
            Optional.of(SubmissionState.RECEIVED),
            Optional.of(Samples.CALL),
            Optional.of(Samples.UNIT),
            Optional.of(Channel.FOLDER));
    assertThat(store().records().submissions(filter, Window.first(10)).items())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.number()).isEqualTo(Samples.number(2));
              assertThat(line.arrival()).isEqualTo(Samples.receipt("r2", 2));
              assertThat(line.registered()).isEqualTo(StoreFixture.NOW);
              assertThat(line.unit()).contains(Samples.UNIT);
            });
    assertThat(store().records().lines(List.of(Samples.number(1), Samples.number(9))))
        .containsOnlyKeys(Samples.number(1));
    assertThat(store().records().submissionCounts()).containsEntry(SubmissionState.RECEIVED, 2L);
    assertThat(store().records().submissionByPublicId("public-1")).isPresent();
  }

  @Test
  default void showsAnOfficerOnlyTheDossiersOfTheirDepartments() {
    receive(1);
    Dossier accepted = Samples.dossier(1, 1, "a");
    store().dossiers().save(accepted, ACT);
    store().dossiers().save(Samples.in(accepted, DossierState.ACCEPTED), ACT);
    store().dossiers().save(Samples.dossier(2, 1, "b"), ACT);
    assertThat(seen(Optional.empty())).hasSize(2);
    assertThat(seen(Optional.of(Set.of("zhuanji", "zhijian")))).hasSize(1);
    assertThat(seen(Optional.of(Set.of("zhijian")))).isEmpty();
    assertThat(seen(Optional.of(Set.of()))).isEmpty();
    assertThat(store().records().dossierCounts()).containsEntry(DossierState.ACCEPTED, 1L);
    assertThat(store().records().dossiersOf(List.of(Samples.number(1))).get(Samples.number(1)))
        .extracting(Records.DossierLine::number)
        .containsExactly(Samples.dossierNumber(1), Samples.dossierNumber(2));
  }

  private List<Dossier> seen(Optional<Set<String>> within) {
    return store().records().dossiers(dossiers(within), Window.first(10)).items();
  }

  @Test
  default void showsTheLongestWaitingOfAQueueFirstAndNothingThatWasTakenOut() {
    receive(1);
    for (int serial : List.of(2, 1, 3)) {
      store().dossiers().save(Samples.dossier(serial, 1, "k" + serial), ACT);
      store().queues().save(Samples.entry(serial, QueueEntry.State.QUEUED, "system"), ACT);
    }
    store().queues().save(Samples.entry(3, QueueEntry.State.REMOVED, "system"), ACT);
    Filters.OfQueue queue = new Filters.OfQueue("zhuanji", Optional.empty());
    Page<Records.QueueLine> first = store().records().queue(queue, Window.first(1));
    assertThat(first.items())
        .extracting(line -> line.dossier().number())
        .containsExactly(Samples.dossierNumber(1));
    assertThat(store().records().queue(queue, new Window(5, first.next())).items())
        .extracting(line -> line.entry().dossier())
        .containsExactly(Samples.dossierNumber(2));
  }

  @Test
  default void tellsOfACaseOnItsWayWhereItIsAndWhyItFailed() {
    receive(1);
    for (int serial : List.of(1, 2)) {
      store().dossiers().save(Samples.dossier(serial, 1, "k" + serial), ACT);
      store().queues().save(Samples.entry(serial, QueueEntry.State.QUEUED, "system"), ACT);
    }
    Consignment sent =
        new Consignment(
            Samples.dossierNumber(1), "zhuanji", 1, "deliver-folder", Samples.digest(1));
    store().consignments().delivered(sent, Act.byMachine(Act.Kind.CASE_DELIVERED));
    store()
        .jdbc()
        .sql(
            "update delivery set tries = 10, last_error = '连不上', failed_at = current_timestamp"
                + " where dossier = ?")
        .param(Samples.dossierNumber(2).value())
        .update();
    var journeys =
        store()
            .consignments()
            .journeys(
                List.of(
                    Samples.dossierNumber(1), Samples.dossierNumber(2), Samples.dossierNumber(3)));
    assertThat(journeys)
        .containsOnly(
            entry(
                Samples.dossierNumber(1),
                new Consignments.Journey(
                    Consignments.State.DELIVERED,
                    Optional.of("deliver-folder"),
                    Optional.of(StoreFixture.NOW),
                    0,
                    Optional.empty(),
                    false)),
            entry(
                Samples.dossierNumber(2),
                new Consignments.Journey(
                    Consignments.State.WAITING,
                    Optional.empty(),
                    Optional.empty(),
                    10,
                    Optional.of("连不上"),
                    true)));
  }

  @Test
  default void listsLettersAndParcels() {
    receive(1);
    Letter letter = Samples.letter("l1", 1, 1, Duration.ZERO);
    store().letters().save(letter, ACT);
    store().papers().save(Samples.paper(1), ACT);
    Filters.OfLetters filter =
        new Filters.OfLetters(
            Optional.of(Samples.number(1)), Optional.empty(), Optional.of(LetterKind.RECEIPT));
    assertThat(store().records().letters(filter, Window.first(5)).items()).containsExactly(letter);
    Filters.OfPapers papers =
        new Filters.OfPapers(Optional.of(Samples.CALL), Optional.of(Samples.UNIT));
    assertThat(store().records().papers(papers, Window.first(5)).items())
        .containsExactly(Samples.paper(1));
    assertThat(store().records().paper(Samples.paper(1).number())).contains(Samples.paper(1));
    PaperRecord near = Samples.paper(2).near(true);
    store().papers().save(near, ACT);
    assertThat(store().records().papers(awaiting(StoreFixture.NOW), Window.first(5)).items())
        .containsExactly(near);
    assertThat(
            store()
                .records()
                .papers(awaiting(StoreFixture.NOW.plusSeconds(1)), Window.first(5))
                .items())
        .isEmpty();
    store().papers().save(near.confirmed("clerk2"), ACT);
    assertThat(store().records().papers(awaiting(StoreFixture.NOW), Window.first(5)).items())
        .isEmpty();
  }

  private static Filters.OfPapers awaiting(Instant from) {
    return new Filters.OfPapers(
        Optional.of(Samples.CALL),
        Optional.empty(),
        Optional.of(new Filters.Span(from, from.plusSeconds(1))),
        true);
  }

  @Test
  default void tellsWhatHappenedToASubjectInItsOrder() throws Exception {
    receive(1);
    try (Journal journal = store().journal()) {
      journal.await();
      store()
          .submissions()
          .save(
              Samples.submission(1).in(SubmissionState.UNREADABLE),
              new Act(Act.Kind.SUBMISSION_HELD, "clerk1", "打不开"));
      journal.await();
    }
    List<Records.Event> timeline =
        store()
            .records()
            .timelines(List.of("SJ-2020-000001"))
            .getOrDefault("SJ-2020-000001", List.of());
    assertThat(timeline)
        .extracting(event -> event.act().kind(), Records.Event::seq)
        .containsExactly(
            tuple(Act.Kind.SUBMISSION_RECEIVED, Optional.of(1L)),
            tuple(Act.Kind.SUBMISSION_HELD, Optional.of(2L)));
    assertThat(timeline.get(1).act().reason()).isEqualTo("打不开");
  }

  @Test
  default void findsDossiersByTheBeginningOfANameOrByNumberAndTakesWildcardsAsTheyStand() {
    receive(1);
    Dossier dossier = Samples.dossier(1, 1, "a");
    store().dossiers().save(dossier, ACT);
    assertThat(named("张")).hasSize(1);
    assertThat(named("张三")).hasSize(1);
    assertThat(named("三")).isEmpty();
    assertThat(named("%")).isEmpty();
    assertThat(named("_三")).isEmpty();
    assertThat(named("!张")).isEmpty();
    assertThat(named(dossier.number().value())).hasSize(1);
    assertThat(named("RX-2020-9")).isEmpty();
    assertThat(store().records().dossierByPublicId(dossier.publicId())).contains(dossier);
    assertThat(store().records().dossierByPublicId(dossier.number().value())).isEmpty();
  }

  private List<Dossier> named(String text) {
    Filters.OfDossiers all = dossiers(Optional.empty());
    return store()
        .records()
        .dossiers(
            new Filters.OfDossiers(
                all.state(),
                all.call(),
                all.unit(),
                all.department(),
                all.submission(),
                Optional.of(text),
                all.within()),
            Window.first(10))
        .items();
  }

  @Test
  default void findsWhatWaitsForASecondPersonAndLetsOneProposalStandAtATime() {
    receive(1);
    store().dossiers().save(Samples.dossier(1, 1, "a"), ACT);
    store().dossiers().save(Samples.dossier(2, 1, "b"), ACT);
    store().pendingRulings().save(Samples.pending("p1", 2), ACT);
    assertThat(store().pendingRulings().awaiting()).isEqualTo(1);
    assertThat(awaitingSecond())
        .extracting(Dossier::number)
        .containsExactly(Samples.dossierNumber(2));
    assertThatThrownBy(() -> store().pendingRulings().save(Samples.pending("p2", 2), ACT))
        .isInstanceOf(StaleRecord.class);
    store().pendingRulings().save(Samples.declined("p1", 2), ACT);
    assertThatThrownBy(() -> store().pendingRulings().save(Samples.declined("p1", 2), ACT))
        .isInstanceOf(StaleRecord.class);
    assertThat(awaitingSecond()).isEmpty();
  }

  private List<Dossier> awaitingSecond() {
    return store()
        .records()
        .dossiers(
            new Filters.OfDossiers(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())
                .awaiting(true),
            Window.first(10))
        .items();
  }
}
