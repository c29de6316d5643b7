package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inbox: paged both ways, searched, counted. */
interface InboxListContract {
  StoreFixture store();

  private void receive(int... serials) {
    for (int serial : serials) {
      save(Samples.submission(serial));
    }
  }

  private void save(Submission submission) {
    store().submissions().save(submission, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
  }

  private Page<SubmissionLine> page(Window window) {
    return store().records().submissions(Filters.OfSubmissions.ALL, window);
  }

  private static List<Integer> serials(Page<SubmissionLine> page) {
    return page.items().stream()
        .map(line -> Integer.parseInt(line.number().value().substring(8)))
        .toList();
  }

  @Test
  default void goesBackTheWayItCame() {
    receive(1, 2, 3, 4, 5, 6, 7);
    Page<SubmissionLine> first = page(Window.first(3));
    Page<SubmissionLine> second = page(new Window(3, first.next()));
    Page<SubmissionLine> third = page(new Window(3, second.next()));
    assertThat(first.previous()).isEmpty();
    assertThat(serials(third)).containsExactly(1);
    assertThat(third.next()).isEmpty();

    Page<SubmissionLine> back = page(Window.before(3, third.previous().orElseThrow()));
    assertThat(serials(back)).containsExactly(4, 3, 2).isEqualTo(serials(second));
    assertThat(back.next()).isEqualTo(second.next());
    Page<SubmissionLine> start = page(Window.before(3, back.previous().orElseThrow()));
    assertThat(serials(start)).containsExactly(7, 6, 5);
    assertThat(start.previous()).as("nothing stands before the first page").isEmpty();
  }

  @Test
  default void tellsHowManyCameSinceTheFirstRowOfAPage() {
    receive(1, 2);
    Place top = new Place(StoreFixture.NOW, "SJ-2020-000002");
    receive(3, 4, 5);
    assertThat(page(Window.before(99, top)).items()).hasSize(3);
  }

  private Filters.OfSubmissions words(String text, Set<cn.baosong.core.call.UnitCode> units) {
    return new Filters.OfSubmissions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Filters.Words(text, units)),
        Optional.empty(),
        Optional.empty());
  }

  private List<Integer> found(Filters.OfSubmissions filter) {
    return serials(store().records().submissions(filter, Window.first(10)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SJ-2020-000002, true",
        "sj-2020-000002, true",
        "000002, true",
        "报送材料, true",
        ".ZIP, true",
        "%%%%, false",
        "_J-2020, false",
        "!, false",
        "' or 1=1 --, false"
      })
  default void findsWordsAsTheyAreWrittenAndNoPattern(String text, boolean found) {
    receive(2);
    assertThat(found(words(text, Set.of())).contains(2)).isEqualTo(found);
  }

  @Test
  default void findsWhatAUnitSent() {
    receive(1);
    save(Samples.read(2, Samples.digest(99)));
    assertThat(found(words("示例单位", Set.of(Samples.UNIT)))).containsExactly(2);
  }

  @Test
  default void narrowsToDays() {
    receive(1);
    Instant now = StoreFixture.NOW;
    assertThat(found(days(now, now.plusSeconds(1)))).containsExactly(1);
    assertThat(found(days(now.plusSeconds(1), now.plusSeconds(2)))).isEmpty();
    assertThat(found(days(now.minusSeconds(1), now))).as("the last instant is outside").isEmpty();
  }

  private static Filters.OfSubmissions days(Instant from, Instant until) {
    return new Filters.OfSubmissions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(until));
  }

  @Test
  default void countsExactlyTheRowsThatEachCounterLeadsTo() {
    receive(1, 2);
    save(Samples.read(3, Samples.digest(99)));
    store()
        .submissions()
        .save(
            Samples.submission(1).in(SubmissionState.UNASSIGNED),
            Act.byMachine(Act.Kind.SUBMISSION_HELD));
    for (Filters.OfSubmissions filter :
        List.of(
            Filters.OfSubmissions.ALL,
            words("材料", Set.of()),
            new Filters.OfSubmissions(
                Optional.of(SubmissionState.PROCESSED),
                Optional.of(Samples.CALL),
                Optional.empty(),
                Optional.empty()))) {
      var counts = store().records().submissionCounts(filter);
      for (SubmissionState state : SubmissionState.values()) {
        assertThat(found(filter.in(Optional.of(state))))
            .as("%s of %s", state, filter)
            .hasSize(Math.toIntExact(counts.getOrDefault(state, 0L)));
      }
    }
  }

  @Test
  default void endsAQuestionThatTakesTooLongAndTheConnectionServesOn() {
    String hours =
        store().dialect == Dialect.H2
            ? "select count(*) from system_range(1, 1000000000000) where x * x = 3"
            : "select count(*) from generate_series(1, 1000000000000)";
    TimeLimit limit = store().limit(Duration.ofMillis(200));
    assertThatThrownBy(
            () -> limit.within(() -> store().jdbc().sql(hours).query(Long.class).single()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too long");
    receive(1);
    assertThat(page(Window.first(5)).items()).hasSize(1);
  }
}
