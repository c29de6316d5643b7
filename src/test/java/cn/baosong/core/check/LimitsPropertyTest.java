package cn.baosong.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The three-valued verdict for any evidence and any readings around a Sunday in a holiday. */
class LimitsPropertyTest {
  private static final Instant NOON = OfficeFixture.at("2017-04-30T12:00:00");
  private static final int DAYS = 6 * 24 * 60;

  @Property
  void laterEvidenceNeverTurnsLateIntoOnTime(
      @ForAll @IntRange(min = -DAYS, max = DAYS) int from,
      @ForAll @IntRange(max = 600) int length,
      @ForAll @IntRange(max = DAYS) int delay,
      @ForAll("readings") Limits limits) {
    Value before = limits.judge(evidence(from, length));
    Value after = limits.judge(evidence(from + delay, length));

    assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
  }

  @Property
  void widerEvidenceOnlyMovesTowardsAPerson(
      @ForAll @IntRange(min = -DAYS, max = DAYS) int from,
      @ForAll @IntRange(max = 600) int length,
      @ForAll @IntRange(max = DAYS) int earlier,
      @ForAll @IntRange(max = DAYS) int later,
      @ForAll("readings") Limits limits) {
    Value narrow = limits.judge(evidence(from, length));
    Value wide = limits.judge(evidence(from - earlier, length + earlier + later));

    assertThat(wide).isIn(narrow, Value.UNDETERMINED);
  }

  @Property
  void moreReadingsOnlyMoveTowardsAPerson(
      @ForAll @IntRange(min = -DAYS, max = DAYS) int from,
      @ForAll @IntRange(max = 600) int length,
      @ForAll boolean inclusive,
      @ForAll boolean rolls) {
    TimeEvidence evidence = evidence(from, length);
    Value settled = limits(Set.of(inclusive), Set.of(rolls)).judge(evidence);

    assertThat(limits(Set.of(true, false), Set.of(rolls)).judge(evidence))
        .isIn(settled, Value.UNDETERMINED);
    assertThat(limits(Set.of(inclusive), Set.of(true, false)).judge(evidence))
        .isIn(settled, Value.UNDETERMINED);
    assertThat(limits(Set.of(true, false), Set.of(true, false)).judge(evidence))
        .isIn(settled, Value.UNDETERMINED);
  }

  @Property
  void theSendersWordDecidesNothing(
      @ForAll @IntRange(min = -DAYS, max = DAYS) int from, @ForAll("readings") Limits limits) {
    TimeEvidence claimed = TimeEvidence.of(evidence(from, 0).interval(), "Date", TrustClass.C);

    assertThat(limits.judge(claimed)).isEqualTo(Value.UNDETERMINED);
  }

  @Provide
  Arbitrary<Limits> readings() {
    return Combinators.combine(
            Arbitraries.of(Set.of(true), Set.of(false), Set.of(true, false)),
            Arbitraries.of(Set.of(true), Set.of(false), Set.of(true, false)))
        .as(LimitsPropertyTest::limits);
  }

  private static Limits limits(Set<Boolean> inclusive, Set<Boolean> rolls) {
    return Limits.of(
        DeadlineFixture.of(Part.PAPER, "2017-04-30")
            .inclusive(inclusive.toArray(Boolean[]::new))
            .rolling(rolls.toArray(Boolean[]::new))
            .make(),
        OfficeFixture.CALENDAR,
        OfficeFixture.BEIJING);
  }

  /** Minutes from noon of the nominal day, and how many minutes the evidence leaves open. */
  private static TimeEvidence evidence(int from, int length) {
    Instant earliest = NOON.plus(Duration.ofMinutes(from));
    return TimeEvidence.of(
        new Interval(earliest, earliest.plus(Duration.ofMinutes(length))), "stamp", TrustClass.A);
  }

  private static int rank(Value value) {
    return switch (value) {
      case ON_TIME -> 0;
      case UNDETERMINED -> 1;
      case LATE -> 2;
    };
  }
}
