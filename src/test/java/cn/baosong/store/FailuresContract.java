package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.desk.Act;
import cn.baosong.desk.Failures.Failure;
import cn.baosong.desk.Failures.Step;
import cn.baosong.desk.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What failed is seen, pauses, is parked in the end, and is tried again when a person says so. */
interface FailuresContract {
  StoreFixture store();

  Act RETRY = new Act(Act.Kind.FAILURE_RETRIED, "admin", "重试");

  private void fails(String table, String where) {
    // what the routes say in onConsumeFailed
    store()
        .jdbc()
        .sql(
            "update "
                + table
                + " set last_error = left(coalesce(?, '?'), 2000), failed_at = current_timestamp,"
                + " lease_until = current_timestamp + tries * tries * interval '1' second where "
                + where)
        .param("第三处打不开")
        .update();
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
    fails("submission", "number = 'SJ-2020-000001'");
    fails("unit_call", "call_id = 'sx-bqw-2020'");
    fails("letter", "id = 'l1'");
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
    fails("submission", "1 = 1");
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
  default void triesAParkedUnitAndALetterAgainWhenAPersonSaysSo() {
    receive();
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), RETRY);
    fails("unit_call", "1 = 1");
    fails("letter", "1 = 1");
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
    fails("unit_call", "1 = 1");
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
}
