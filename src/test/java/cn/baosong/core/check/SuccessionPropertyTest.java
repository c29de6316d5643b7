package cn.baosong.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a unit sends around the deadline, however often, of three people. */
class SuccessionPropertyTest {

  @Property(tries = 300)
  void theOrderInWhichDossiersAreReadDoesNotMatter(
      @ForAll @Size(max = 6) List<@IntRange(max = 71) Integer> deliveries, @ForAll long seed) {
    UnitCase facts = facts(deliveries);
    List<Dossier> shuffled = new ArrayList<>(facts.dossiers());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(successors(with(facts, shuffled))).isEqualTo(successors(facts));
  }

  @Property(tries = 300)
  void oneVersionOfEachCandidateAlwaysStands(
      @ForAll @Size(max = 6) List<@IntRange(max = 71) Integer> deliveries) {
    UnitCase facts = facts(deliveries);

    assertThat(Succession.of(facts).standing())
        .hasSize((int) facts.dossiers().stream().map(d -> d.candidate().key()).distinct().count())
        .allSatisfy(line -> assertThat(line).isNotEmpty());
  }

  @Property(tries = 300)
  void onlyATimelyVersionReplaces(
      @ForAll @Size(max = 6) List<@IntRange(max = 71) Integer> deliveries) {
    UnitCase facts = facts(deliveries);
    Succession succession = Succession.of(facts);

    facts
        .dossiers()
        .forEach(
            d ->
                succession
                    .successor(d)
                    .ifPresent(
                        s ->
                            assertThat(succession.times(named(facts, s.value())).isFirm())
                                .isTrue()));
  }

  /** Each number is an hour around the deadline and one of three people. */
  private static UnitCase facts(List<Integer> deliveries) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    for (int delivery : deliveries) {
      int hour = delivery / 3;
      String day = hour < 12 ? "2020-03-31T%02d:00:00" : "2020-04-01T%02d:00:00";
      office
          .mail(day.formatted(hour < 12 ? hour + 12 : hour - 12))
          .of(CandidateFixture.candidate("某" + (char) ('甲' + delivery % 3), 1 + delivery % 3));
    }
    return office.facts();
  }

  private static Map<String, Optional<String>> successors(UnitCase facts) {
    Succession succession = Succession.of(facts);
    return facts.dossiers().stream()
        .collect(
            Collectors.toMap(
                d -> d.number().value(), d -> succession.successor(d).map(n -> n.value())));
  }

  private static Dossier named(UnitCase facts, String number) {
    return facts.dossiers().stream()
        .filter(d -> d.number().value().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static UnitCase with(UnitCase facts, List<Dossier> dossiers) {
    return new UnitCase(
        facts.call(),
        facts.unit(),
        facts.unitKind(),
        facts.submissions(),
        dossiers,
        facts.papers(),
        facts.elsewhere(),
        facts.workingDays(),
        facts.zone(),
        facts.asOf());
  }
}
