package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.UnitTallies.Way;
import cn.baosong.desk.Units;
import cn.baosong.desk.Window;
import cn.baosong.print.ShippedWording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which units have not delivered, and what is done about it. */
interface RemindersContract {
  StoreFixture store();

  ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  Act FILED = Act.byMachine(Act.Kind.DOSSIER_FILED);
  UnitCode OTHER = new UnitCode("11999999MB00000023");
  UnitCode NO_ADDRESS = new UnitCode("11999999MB00000031");
  UnitCode ELSEWHERE = new UnitCode("91999999MB00000049");

  /** One call, whose last day is the tenth of April. */
  final class Season implements Calls {
    private final Call call =
        new CallFixture(Samples.CALL.value())
            .admitting("CITY_HR")
            .deadline(
                new Deadline(
                    Part.PAPER,
                    LocalDate.of(2020, 4, 10),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Set.of(Basis.POSTMARK),
                    Set.of(true),
                    Set.of(false),
                    true,
                    new Clause("4月10日前以邮寄方式报送", "四")))
            .make();

    @Override
    public Optional<Call> find(CallId id) {
      return Optional.of(call).filter(c -> c.id().equals(id));
    }

    @Override
    public List<Call> live() {
      return List.of(call);
    }

    @Override
    public Optional<Call> match(String words) {
      return Optional.empty();
    }
  }

  /** Three units that are asked and one that is sent elsewhere. */
  final class Registry implements Units {
    @Override
    public Optional<Unit> find(UnitCode code) {
      return all().stream().filter(u -> u.code().equals(code)).findFirst();
    }

    @Override
    public List<Unit> all() {
      return List.of(
          unit(OTHER, "乙市人社局", "CITY_HR", "b@example.org"),
          unit(NO_ADDRESS, "丙市人社局", "CITY_HR"),
          unit(Samples.UNIT, "甲市人社局", "CITY_HR", "a@example.org"),
          unit(ELSEWHERE, "某公司", "NON_PUBLIC", "c@example.org"));
    }

    private static Unit unit(UnitCode code, String name, String kind, String... emails) {
      return new Unit(
          code, name, List.of(), List.of(kind), List.of(emails), "王示例", "0999-2000001", "");
    }

    @Override
    public Optional<Unit> match(String words) {
      return Optional.empty();
    }
  }

  private MissingUnits missing(Clock clock) {
    return new MissingUnits(
        new Season(),
        new Registry(),
        store().tallies(),
        new MissingUnits.Calendar(new WorkingDays(java.util.Map.of()), BEIJING),
        clock);
  }

  private ReminderDesk desk(Instant now) {
    Clock clock = Clock.fixed(now, BEIJING);
    return new ReminderDesk(
        missing(clock),
        new Season(),
        new ReminderDesk.Outgoing(
            new LetterWriter(ShippedWording.load(), Optional.empty(), BEIJING),
            store().letters(),
            store().contacts(),
            store().numbers()),
        new CaseLock(store().unitCalls(), store().work()),
        new ReminderDesk.Pace(clock, BEIJING, Duration.ofDays(3)));
  }

  private MissingUnits.Overview overview() {
    return missing(store().clock).of(Samples.CALL);
  }

  private MissingUnits.Line line(UnitCode unit) {
    return missing(store().clock).line(Samples.CALL, unit);
  }

  private UnitStanding standing(UnitCode unit) {
    return line(unit).standing();
  }

  private void filed(int serial, DossierState state) {
    Dossier filed = Samples.dossier(serial, 1, "k" + serial);
    store().dossiers().save(filed, FILED);
    store().dossiers().save(Samples.in(filed, state), FILED);
  }

  private void delivered() {
    Submission received = Samples.read(1, Samples.digest(9));
    Act arrived = Act.byMachine(Act.Kind.SUBMISSION_RECEIVED);
    store().submissions().save(received, arrived);
    store().submissions().save(received.in(SubmissionState.PROCESSED), arrived);
  }

  @Test
  default void listsWhomTheCallAsksAndLeavesOutWhoHasDelivered() {
    delivered();
    filed(1, DossierState.ACCEPTED);
    assertThat(overview().lines())
        .extracting(line -> line.unit().code())
        .containsExactly(OTHER, NO_ADDRESS);
    assertThat(overview().delivered()).isEqualTo(1);
    assertThat(overview().lines().get(0).daysLeft()).contains(9L);
    var first = overview().page(MissingUnits.Filter.ALL, Window.first(1));
    assertThat(overview().page(MissingUnits.Filter.ALL, new Window(1, first.next())).items())
        .extracting(line -> line.unit().code())
        .containsExactly(NO_ADDRESS);
    assertThat(
            overview()
                .matching(
                    new MissingUnits.Filter(
                        Optional.of("CITY_HR"), Optional.empty(), Optional.of("乙市"))))
        .hasSize(1);
  }

  @Test
  default void tellsNothingFromWhatDoesNotCount() {
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.NOTHING);
    delivered();
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.UNUSABLE);
    filed(1, DossierState.WITHDRAWN);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.WITHDRAWN);
    filed(2, DossierState.REJECTED);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.UNUSABLE);
    filed(3, DossierState.AWAITING_ELECTRONIC);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.PAPER_ONLY);
    filed(4, DossierState.AWAITING_PAPER);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.ELECTRONIC_ONLY);
    filed(5, DossierState.RETURNED);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.RETURNED);
    filed(6, DossierState.IN_REVIEW);
    assertThat(standing(Samples.UNIT)).isEqualTo(UnitStanding.DELIVERED);
  }

  @Test
  default void writesAReminderFromTheRecordAloneAndNotTwiceWithinThreeDays() {
    Letter letter = desk(StoreFixture.NOW).remind(Samples.CALL, OTHER, false, "clerk1");
    assertThat(letter.id()).isEqualTo("CB-2020-000001").isEqualTo(letter.folder());
    assertThat(letter.recipients()).containsExactly("b@example.org");
    assertThat(letter.sections().toString())
        .contains("2020年4月10日（含当日），以寄出邮戳日期为准", "9天", "4月10日前以邮寄方式报送", "请忽略本通知");
    assertThat(store().letters().find(letter.id())).contains(letter);
    assertThat(
            new LetterWriter(ShippedWording.load(), Optional.empty(), BEIJING)
                .cover(letter, new Season().live().get(0), new Registry().all().get(0))
                .toString())
        .contains("催报通知-CB-2020-000001.pdf", "（编号 CB-2020-000001）见附件");

    Instant nextDay = StoreFixture.NOW.plus(Duration.ofDays(1));
    assertThatThrownBy(() -> desk(nextDay).remind(Samples.CALL, OTHER, false, "clerk2"))
        .isInstanceOf(Refusal.class)
        .extracting("field")
        .isEqualTo("again");
    Letter again = desk(nextDay).remind(Samples.CALL, OTHER, true, "clerk2");
    Instant later = nextDay.plus(Duration.ofDays(3));
    Letter third = desk(later).remind(Samples.CALL, OTHER, false, "clerk2");
    assertThat(store().contacts().reminders(Samples.CALL, OTHER))
        .containsExactly(third, again, letter);
    assertThat(line(OTHER).tally().last().orElseThrow().letter()).contains(LetterKind.REMINDER);
  }

  @Test
  default void remindsNobodyTooLateWithoutAddressOrWhoHasDelivered() {
    assertThatThrownBy(() -> desk(StoreFixture.NOW).preview(Samples.CALL, NO_ADDRESS, false))
        .extracting("chinese")
        .asString()
        .contains("电话催报", "0999-2000001");
    assertThatThrownBy(() -> desk(StoreFixture.NOW).preview(Samples.CALL, ELSEWHERE, false))
        .isInstanceOf(Refusal.class);
    Instant after = Instant.parse("2020-04-10T16:00:00Z");
    desk(after.minusSeconds(1)).preview(Samples.CALL, OTHER, false);
    assertThatThrownBy(() -> desk(after).preview(Samples.CALL, OTHER, false))
        .extracting("chinese")
        .asString()
        .contains("期限已过");
    delivered();
    filed(1, DossierState.RECEIVED);
    assertThatThrownBy(() -> desk(StoreFixture.NOW).preview(Samples.CALL, Samples.UNIT, true))
        .extracting("chinese")
        .asString()
        .contains("已经报送");
    assertThat(store().jdbc().sql("select count(*) from letter").query(Long.class).single())
        .isZero();
  }

  @Test
  default void stopsAReminderThatStillWaitsWhenTheUnitHasDelivered() {
    ReminderDesk desk = desk(StoreFixture.NOW);
    Letter letter = desk.remind(Samples.CALL, Samples.UNIT, false, "clerk1");
    desk.holdBack(letter.id());
    assertThat(store().letters().find(letter.id()).orElseThrow().state())
        .isEqualTo(LetterState.WAITING);

    delivered();
    filed(1, DossierState.RECEIVED);
    assertThatThrownBy(() -> desk.holdBack(letter.id())).isInstanceOf(IllegalStateException.class);
    assertThat(store().letters().find(letter.id()).orElseThrow().state())
        .isEqualTo(LetterState.STOPPED);
    assertThat(line(Samples.UNIT).tally().reminded()).isEmpty();
  }

  @Test
  default void keepsNotesAndRemindersWhenTheDatabaseIsRebuiltAndSendsNothingTwice()
      throws Exception {
    ReminderDesk desk = desk(StoreFixture.NOW);
    Letter letter = desk.remind(Samples.CALL, OTHER, false, "clerk1");
    store().letters().save(letter.in(LetterState.SENT), Act.byMachine(Act.Kind.LETTER_SENT));
    desk.note(
        new ReminderDesk.Spoken(
            Samples.CALL, NO_ADDRESS, StoreFixture.NOW.minusSeconds(60), "王示例", "下周报。"),
        "clerk1");
    assertThatThrownBy(
            () ->
                desk.note(
                    new ReminderDesk.Spoken(
                        Samples.CALL, OTHER, StoreFixture.NOW.plusSeconds(60), "", "明天。"),
                    "clerk1"))
        .extracting("field")
        .isEqualTo("at");
    try (Journal journal = store().journal()) {
      journal.await();
    }
    var before = overview().lines();
    assertThat(line(NO_ADDRESS).tally().last().orElseThrow().way()).isEqualTo(Way.SPOKEN);

    store().lose();
    store().journal().close();

    assertThat(overview().lines()).isEqualTo(before);
    assertThat(store().letters().find(letter.id()).orElseThrow().state())
        .isEqualTo(LetterState.SENT);
    assertThat(store().contacts().of(Samples.CALL, NO_ADDRESS))
        .singleElement()
        .extracting("words")
        .isEqualTo("下周报。");
    assertThat(desk(StoreFixture.NOW).remind(Samples.CALL, OTHER, true, "clerk1").id())
        .isGreaterThan(letter.id());
  }
}
