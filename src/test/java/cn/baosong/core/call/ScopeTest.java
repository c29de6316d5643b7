package cn.baosong.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.DeadlineFixture;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final Scope ALL = new Scope(Set.of(), Set.of());
  private static final Scope COUNTY = new Scope(Set.of("COUNTY"), Set.of());
  private static final Scope POST = new Scope(Set.of(), Set.of("post"));
  private static final Scope BOTH = new Scope(Set.of("COUNTY"), Set.of("post"));

  @Test
  void holdsForWhomItNamesAndForEverybodyWhenItNamesNobody() {
    assertThat(ALL.holds("CITY", Optional.empty())).isTrue();
    assertThat(COUNTY.holds("COUNTY", Optional.of("email"))).isTrue();
    assertThat(COUNTY.holds("CITY", Optional.of("email"))).isFalse();
    assertThat(POST.holds("CITY", Optional.empty())).isFalse();
  }

  @Test
  void isWithinWhateverHoldsForAllThatItHoldsFor() {
    assertThat(BOTH.isWithin(COUNTY)).isTrue();
    assertThat(COUNTY.isWithin(BOTH)).isFalse();
    assertThat(COUNTY.isWithin(POST)).isFalse();
    assertThat(new Scope(Set.of("A"), Set.of()).isWithin(new Scope(Set.of("A", "B"), Set.of())))
        .isTrue();
  }

  @Test
  void tellsWhatTwoHoldForTogether() {
    assertThat(COUNTY.both(POST)).contains(BOTH);
    assertThat(COUNTY.both(new Scope(Set.of("CITY"), Set.of()))).isEmpty();
  }

  @Test
  void bindsAUnitByTheDeadlineThatNamesItMostPreciselyInWhateverOrderTheyStand() {
    Call call =
        new CallFixture("x")
            .deadline(DeadlineFixture.of(Part.PAPER, "2025-03-10").binding("COUNTY").make())
            .deadline(DeadlineFixture.of(Part.PAPER, "2025-03-31").make())
            .deadline(
                DeadlineFixture.of(Part.PAPER, "2025-03-05")
                    .binding("COUNTY")
                    .through("counter")
                    .make())
            .deadline(DeadlineFixture.of(Part.PAPER, "2025-03-20").binding("COUNTY", "TOWN").make())
            .make();

    assertThat(date(call, "CITY", "counter")).isEqualTo("2025-03-31");
    assertThat(date(call, "COUNTY", "post")).isEqualTo("2025-03-10");
    assertThat(date(call, "COUNTY", "counter")).isEqualTo("2025-03-05");
    assertThat(date(call, "TOWN", "counter")).isEqualTo("2025-03-20");
    assertThat(call.deadlineFor(Part.ELECTRONIC, "CITY", "email")).isEmpty();
  }

  @Test
  void routesByCategoryAndByKindOfUnit() {
    Call call =
        new CallFixture("x")
            .departments(
                "类别",
                CallFixture.department("all"),
                department("schools", Set.of("UNIVERSITY"), Set.of()),
                CallFixture.department("skills", "技能"),
                department("school-skills", Set.of("UNIVERSITY"), Set.of("技能")))
            .make();

    assertThat(routed(call, "CITY", "专技")).isEqualTo("all");
    assertThat(routed(call, "CITY", "技能")).isEqualTo("skills");
    assertThat(routed(call, "UNIVERSITY", "专技")).isEqualTo("schools");
    assertThat(routed(call, "UNIVERSITY", "技能")).isEqualTo("school-skills");
  }

  private static String date(Call call, String kind, String channel) {
    return call.deadlineFor(Part.PAPER, kind, channel).orElseThrow().date().toString();
  }

  private static String routed(Call call, String kind, String category) {
    return call.departmentFor(kind, Optional.of(category)).orElseThrow().id();
  }

  private static Department department(String id, Set<String> kinds, Set<String> categories) {
    return new Department(
        id, id, categories, kinds, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
