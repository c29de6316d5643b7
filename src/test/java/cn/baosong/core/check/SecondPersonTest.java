package cn.baosong.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.PaperRecord;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three days on either side of 31 March 2020, which the postmark decides. */
class SecondPersonTest {
  private static final Call CALL =
      new CallFixture("x").deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").make()).make();
  private final SecondPerson second =
      new SecondPerson(new WorkingDays(Map.of()), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({
    "2020-03-20, 2020-03-25T10:00:00, false",
    "2020-03-20, 2020-03-28T23:59:00, false",
    "2020-03-29, 2020-04-20T10:00:00, true",
    "2020-04-03, 2020-04-20T10:00:00, true",
    "2020-04-04, 2020-04-20T10:00:00, false",
    "2020-03-20, 2020-03-30T10:00:00, true"
  })
  void isWantedWhereADateStandsWithinThreeDaysOfTheDeadline(
      String postmark, String received, boolean wanted) {
    assertThat(second.isWanted(paper(postmark, received), CALL)).isEqualTo(wanted);
  }

  @Test
  void isNotWantedWhereOnlyTheElectronicHalfHasADeadline() {
    Call call =
        new CallFixture("x")
            .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31").make())
            .make();
    assertThat(second.isWanted(paper("2020-03-31", "2020-03-31T10:00:00"), call)).isFalse();
  }

  @Test
  void isAwaitedUntilSomebodyHasLooked() {
    PaperRecord near =
        PaperFixture.posted("2020-03-31", "2020-04-02T10:00:00")
            .unconfirmed()
            .make(1, CALL.id())
            .near(true);
    assertThat(near.awaitsSecond()).isTrue();
    assertThat(near.confirmed("clerk2").awaitsSecond()).isFalse();
  }

  private static PaperRecord paper(String postmark, String received) {
    return PaperFixture.posted(postmark, received).make(1, CALL.id());
  }
}
