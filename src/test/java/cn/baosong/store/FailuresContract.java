package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.notice.Mailing;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures.Failure;
import cn.baosong.desk.Failures.Filter;
import cn.baosong.desk.Failures.Step;
import cn.baosong.desk.Routes.Queue;
import cn.baosong.desk.Window;
import cn.baosong.desk.route.Backlogs.Backlog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What failed is seen, pauses, is parked in the end, and is tried again when a person says so. */
interface FailuresContract {
  StoreFixture store();

  Act RETRY = new Act(Act.Kind.FAILURE_RETRIED, "admin", "重试");

  /** Runs what a route says in its onConsumeFailed, as camel-sql would. */
  private void fails(String route, Map<String, String> row) throws IOException {
    String yaml = Files.readString(Path.of("routes", route + ".yaml"), StandardCharsets.UTF_8);
    Matcher failed = Pattern.compile("onConsumeFailed: \"RAW\\((.+)\\)\"").matcher(yaml);
    assertThat(failed.find()).as("onConsumeFailed of " + route).isTrue();
    String sql = failed.group(1).replace(":#${exception.message}", ":message").replace(":#", ":");
    assertThat(store().jdbc().sql(sql).param("message", "第三处打不开").params(row).update())
        .isEqualTo(1);
  }

  private void openingFails() throws IOException {
    fails("kamelets/waiting-packages.kamelet", Map.of("number", "SJ-2020-000001"));
  }

  private void assessmentFails() throws IOException {
    fails(
        "pickup-cases.camel",
        Map.of("call_id", Samples.CALL.value(), "unit_code", Samples.UNIT.value()));
  }

  private void letterFails() throws IOException {
    fails("send-notices.camel", Map.of("id", "l1"));
  }

  @Test
  default void findsFailuresByCauseAndTriesAllOfThemAgain() throws Exception {
    receive();
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    store().letters().save(Samples.letter("l2", 1, 2, Duration.ZERO), RETRY);
    openingFails();
    letterFails();
    fails("send-notices.camel", Map.of("id", "l2"));
    store()
        .jdbc()
        .sql("update letter set last_error = '100%_Full!', tries = 10 where id = 'l2'")
        .update();
    assertThat(found(Optional.empty(), Optional.of("打不开"), false)).hasSize(2);
    assertThat(found(Optional.of(Step.LETTER), Optional.of("打不开"), false)).containsExactly("l1");
    assertThat(found(Optional.empty(), Optional.of("0%_full!"), false)).containsExactly("l2");
    assertThat(found(Optional.empty(), Optional.of("0_full"), false)).isEmpty();
    assertThat(found(Optional.empty(), Optional.empty(), true)).containsExactly("l2");
    assertThat(
            store()
                .failures()
                .list(
                    new Filter(Optional.empty(), Optional.empty(), false, Set.of("l1")),
                    Window.first(9))
                .items())
        .hasSize(1);

    Filter letters = Filter.of(Optional.of(Step.LETTER));
    Act mended = new Act(Act.Kind.FAILURE_RETRIED, "clerk7", "邮件服务器已恢复");
    assertThat(store().failures().retryAll(letters, mended)).isEqualTo(2);
    assertThat(store().failures().retryAll(letters, mended)).isZero();
    assertThat(failures()).extracting(Failure::step).containsExactly(Step.OPEN);
    assertThat(
            store()
                .jdbc()
                .sql("select subject from event where actor = 'clerk7'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("l1", "l2");
  }

  private List<String> found(Optional<Step> step, Optional<String> cause, boolean parked) {
    Filter filter = new Filter(step, cause, parked, Set.of());
    return store().failures().list(filter, Window.first(9)).items().stream()
        .map(Failure::subject)
        .toList();
  }

  /** What was parked waits for a person, and stands in no queue. */
  @Test
  default void countsWhatWaitsBeforeEachStepUntilItIsParked() throws Exception {
    receive();
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    assertThat(waiting(Queue.OPENING)).isEqualTo(1);
    assertThat(waiting(Queue.LETTERS)).isEqualTo(1);
    assertThat(backlog(Queue.LETTERS).oldest()).isPresent();
    assertThat(waiting(Queue.DELIVERY)).isZero();
    assertThat(backlog(Queue.DELIVERY).oldest()).isEmpty();

    store().jdbc().sql("update submission set tries = 10").update();
    assertThat(waiting(Queue.OPENING)).isZero();
  }

  private long waiting(Queue queue) {
    return backlog(queue).waiting();
  }

  private Backlog backlog(Queue queue) {
    return new SqlBacklogs(store().jdbc()).all().get(queue.ordinal());
  }

  @Test
  default void showsADeliveryThatFailedAndDeliversItAgain() throws Exception {
    receive();
    store().dossiers().save(Samples.dossier(1, 1, "k"), RETRY);
    store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "o1"), RETRY);
    fails("deliver-departments.camel", Map.of("dossier", "RX-2020-000001"));
    Failure failed = failures().get(0);
    assertThat(failed.step()).isEqualTo(Step.DELIVER);
    assertThat(failed.subject()).isEqualTo("RX-2020-000001");
    assertThat(store().failures().retry(failed.id(), RETRY)).isTrue();
    assertThat(failures()).isEmpty();
  }

  @Test
  default void showsAMailThatFailedAndMailsItAgain() throws Exception {
    receive();
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    Mailing mailing = Samples.mailing("l1", "unit@example.org");
    store().mailings().save(mailing, RETRY);
    fails("send-mail.camel", Map.of("id", mailing.id()));
    Failure failed = failures().get(0);
    assertThat(failed.step()).isEqualTo(Step.MAIL);
    assertThat(failed.subject()).isEqualTo(mailing.id());
    assertThat(store().failures().retry(failed.id(), RETRY)).isTrue();
    assertThat(failures()).isEmpty();
  }

  private List<Failure> failures() {
    return store().failures().list(Optional.empty(), Window.first(10)).items();
  }

  private void receive() {
    store().submissions().save(Samples.submission(1), RETRY);
  }

  @Test
  default void showsWhatFailedAndWhyAndWhenItIsTriedAgain() throws IOException {
    receive();
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    assertThat(failures()).isEmpty();
    store().claim("submission");
    openingFails();
    assessmentFails();
    letterFails();
    assertThat(failures())
        .extracting(Failure::step, Failure::subject)
        .containsExactlyInAnyOrder(
            tuple(Step.OPEN, "SJ-2020-000001"),
            tuple(Step.ASSESS, Samples.CALL + "/" + Samples.UNIT),
            tuple(Step.LETTER, "l1"));
    Failure open = store().failures().list(Optional.of(Step.OPEN), Window.first(1)).items().get(0);
    assertThat(open.reason()).isEqualTo("第三处打不开");
    assertThat(open.tries()).isEqualTo(1);
    assertThat(open.nextTry()).isPresent();
    assertThat(open.parked()).isFalse();
    assertThat(open.id()).matches("[A-Za-z0-9.-]+");
  }

  @Test
  default void parksARowAfterManyTriesUntilAPersonRetriesIt() throws IOException {
    receive();
    store().jdbc().sql("update submission set tries = 9").update();
    assertThat(store().claim("submission")).hasSize(1);
    openingFails();
    store().jdbc().sql("update submission set lease_until = null").update();
    assertThat(store().claim("submission")).isEmpty();
    Failure parked = failures().get(0);
    assertThat(parked.parked()).isTrue();
    assertThat(store().failures().retry(parked.id(), RETRY)).isTrue();
    assertThat(failures()).isEmpty();
    assertThat(store().claim("submission")).hasSize(1);
    assertThat(store().failures().retry(parked.id(), RETRY)).isFalse();
    assertThat(store().failures().retry("open.zz", RETRY)).isFalse();
    assertThat(store().failures().retry("nothing", RETRY)).isFalse();
  }

  @Test
  default void showsWhatEndedTheOfficeEachTimeItWasTried() throws IOException {
    receive();
    store().jdbc().sql("update submission set tries = 9").update();
    assertThat(store().claim("submission")).hasSize(1);
    assertThat(failures()).isEmpty();
    store().jdbc().sql("update submission set lease_until = null").update();
    assertThat(store().claim("submission")).isEmpty();
    Failure parked = failures().get(0);
    assertThat(parked.parked()).isTrue();
    assertThat(store().failures().retry(parked.id(), RETRY)).isTrue();
    assertThat(failures()).isEmpty();
    assertThat(store().claim("submission")).hasSize(1);
  }

  @Test
  default void triesAParkedUnitAndALetterAgainWhenAPersonSaysSo() throws IOException {
    receive();
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    assessmentFails();
    letterFails();
    for (Failure failure : failures()) {
      assertThat(store().failures().retry(failure.id(), RETRY)).isTrue();
    }
    assertThat(failures()).isEmpty();
    assertThat(store().records().timelines(List.of("l1")).get("l1"))
        .last()
        .extracting(event -> event.act())
        .isEqualTo(RETRY);
  }

  @Test
  default void judgesAUnitAtOnceWhenSomethingNewCameAfterItsFailure() throws IOException {
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    store().claim("unit-call");
    assessmentFails();
    assertThat(store().claim("unit-call")).isEmpty();
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("unit-call")).hasSize(1);
  }

  @Test
  default void goesOnAtOnceWithWhatADeadProcessHeld() throws IOException {
    receive();
    store().claim("submission");
    new Leases(store().jdbc()).endAll();
    assertThat(store().claim("submission")).hasSize(1);
  }

  @Test
  default void looksAtOnceIntoAFolderThatADeadProcessHeld() {
    SqlMailFolders folders = new SqlMailFolders(store().book());
    assertThat(folders.hold("box", "INBOX", "dead", Duration.ofMinutes(3))).isTrue();
    assertThat(folders.hold("box", "INBOX", "alive", Duration.ofMinutes(3))).isFalse();
    new Leases(store().jdbc()).endAll();
    assertThat(folders.hold("box", "INBOX", "alive", Duration.ofMinutes(3))).isTrue();
    folders.release("alive");
    assertThat(folders.hold("box", "INBOX", "next", Duration.ofMinutes(3))).isTrue();
  }
}
