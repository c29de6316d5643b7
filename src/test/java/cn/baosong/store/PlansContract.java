package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Handling;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Place;
import cn.baosong.desk.Routes.Queue;
import cn.baosong.desk.Window;
import cn.baosong.desk.night.Timing;
import cn.baosong.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list walks an index, and every count reads nothing but one. */
interface PlansContract {
  StoreFixture store();

  private SqlRecords records(JdbcClient jdbc) {
    return new SqlRecords(jdbc, store().limit(Duration.ofSeconds(5)), Json.mapper());
  }

  private void isReadBy(String index, Consumer<JdbcClient> asks) {
    assertThat(Plans.of(store(), asks))
        .contains(index)
        .doesNotContain("tablescan", "seq scan", " sort ");
  }

  /** H2 names no sort; it says where the index is in the order asked for, wholly or in part. */
  private void isReadInOrder(Consumer<JdbcClient> asks) {
    if (store().dialect == Dialect.H2) {
      assertThat(Plans.of(store(), asks)).contains("index sorted */");
    }
  }

  @Test
  default void readsTheMailRoomsListsByAnIndexInTheirOrder() {
    Filters.Span day = new Filters.Span(StoreFixture.NOW, StoreFixture.NOW.plusSeconds(9));
    Optional<Filters.Span> always = Optional.empty();
    Map<String, Filters.OfPapers> lists =
        Map.of(
            "paper_newest",
            new Filters.OfPapers(Optional.empty(), Optional.empty(), Optional.of(day), false),
            "paper_by_call",
            new Filters.OfPapers(Optional.of(Samples.CALL), Optional.empty(), always, false),
            "paper_of_unit",
            new Filters.OfPapers(Optional.empty(), Optional.of(Samples.UNIT), always, false),
            "paper_awaiting",
            new Filters.OfPapers(Optional.empty(), Optional.empty(), always, true));
    Place place = new Place(StoreFixture.NOW, "YZ-2020-000001");
    for (Window window : List.of(Window.first(50), new Window(50, Optional.of(place)))) {
      lists.forEach((index, list) -> isReadBy(index, jdbc -> records(jdbc).papers(list, window)));
    }
  }

  @Test
  default void readsTheDossiersOfAHandAndOfAReasonByAnIndexInTheirOrder() {
    Filters.OfDossiers ofCall =
        new Filters.OfDossiers(
            Optional.empty(),
            Optional.of(Samples.CALL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Filters.OfDossiers machine = ofCall.decided(Optional.of(Handling.MACHINE), Optional.empty());
    Filters.OfDossiers late = ofCall.decided(Optional.empty(), Optional.of(FindingCode.LATE));
    isReadBy("dossier_of_hand", jdbc -> records(jdbc).dossiers(machine, Window.first(50)));
    isReadBy("waiting_by_code", jdbc -> records(jdbc).dossiers(late, Window.first(50)));
  }

  /** A unit that delivers every year has many. */
  @Test
  default void readsTheDossiersOfAUnitByAnIndexInTheirOrder() {
    Filters.OfDossiers ofUnit =
        new Filters.OfDossiers(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Samples.UNIT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    isReadBy("dossier_by_unit", jdbc -> records(jdbc).dossiers(ofUnit, Window.first(50)));
    isReadInOrder(jdbc -> records(jdbc).dossiers(ofUnit, Window.first(50)));
  }

  @Test
  default void readsANightByIndexAlone() {
    Interval span = new Interval(StoreFixture.NOW, StoreFixture.NOW.plusSeconds(9));
    assertThat(Plans.of(store(), jdbc -> nights(jdbc).arrivals(Samples.CALL, span)))
        .contains("submission_of_nights")
        .doesNotContain("tablescan", "seq scan");
    isReadBy(
        "time_standing_of_call",
        jdbc -> nights(jdbc).dossiers(Samples.CALL, Timing.LATE, Window.first(50)));
  }

  private SqlNights nights(JdbcClient jdbc) {
    return new SqlNights(jdbc, Json.mapper());
  }

  /** What has been handed over stays in the queue's table, which is never read for what waits. */
  @Test
  default void readsWhatWaitsForADepartmentByAnIndexInItsOrder() {
    Filters.OfQueue queue = new Filters.OfQueue("zjc", Optional.empty());
    Place place = new Place(StoreFixture.NOW, "RX-2020-000001");
    for (Window window :
        List.of(Window.first(50), new Window(50, Optional.of(place)), Window.before(50, place))) {
      isReadBy("queue_of_department", jdbc -> records(jdbc).queue(queue, window));
      isReadInOrder(jdbc -> records(jdbc).queue(queue, window));
    }
  }

  @Test
  default void findsPeopleByTheBeginningOfTheirNamesInTheOrderOfTheList() {
    Map.of("王", "dossier_by_name_1", "王小", "dossier_by_name_2", "王小明", "dossier_by_name_2")
        .forEach(
            (typed, index) ->
                isReadBy(index, jdbc -> records(jdbc).dossiers(named(typed), Window.first(50))));
  }

  @Test
  default void findsASubmissionByItsWholeNumberWithoutSearching() {
    Filters.OfSubmissions whole =
        new Filters.OfSubmissions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Filters.Words("sj-2020-000001 ", Set.of())),
            Optional.empty(),
            Optional.empty());
    assertThat(Plans.of(store(), jdbc -> records(jdbc).submissions(whole, Window.first(50))))
        .doesNotContain("like", "~~", "tablescan", "seq scan");
  }

  private static Filters.OfDossiers named(String typed) {
    return new Filters.OfDossiers(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(typed),
        Optional.empty());
  }

  @Test
  default void countsTheSharesByIndexAlone() {
    assertThat(Plans.of(store(), jdbc -> jdbc.sql(SqlShares.REASONS).query(String.class).list()))
        .contains("waiting_by_call")
        .doesNotContain("tablescan", "seq scan");
  }

  /** However much waits, nobody reads the rest of the table for it. */
  @Test
  default void countsWhatWaitsBeforeEachStepByAnIndex() {
    Map<Queue, String> indexes =
        Map.of(
            Queue.OPENING, "submission_to_open",
            Queue.READING, "scan_to_read",
            Queue.ASSESSMENT, "unit_call_waiting",
            Queue.LETTERS, "letter_due",
            Queue.MAIL, "mailing_due",
            Queue.DELIVERY, "delivery_due");
    indexes.forEach((queue, index) -> isReadBy(index, jdbc -> new SqlBacklogs(jdbc).of(queue)));
  }

  @Test
  default void readsWhatIsKnownOfTheUnitsFromIndexesAlone() {
    String plan = Plans.of(store(), jdbc -> new SqlUnitTallies(jdbc).of(Samples.CALL));
    assertThat(plan)
        .contains(
            "dossier_of_units",
            "submission_of_units",
            "paper_of_units",
            "letter_of_units",
            "contact_of_units")
        .doesNotContain("tablescan", "seq scan");
  }
}
