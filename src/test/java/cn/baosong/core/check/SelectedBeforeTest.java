package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.SelectedList;
import cn.baosong.core.call.SelectedPeople;
import cn.baosong.core.call.SelectedPerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectedBeforeTest {
  /** The fixture's candidate 1, born on 15 June 1975. */
  private static final String OWN = CandidateFixture.identity("19750615", 1);

  private static final String OTHER = CandidateFixture.identity("19750615", 2);

  @Test
  void blocksWhoseNumberAndNameStandOnAHardList() {
    List<Finding> found = found(list(Force.HARD, person("张三", OWN)), candidate());

    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.ALREADY_SELECTED, Outcome.BLOCK, "L1"));
    assertThat(found.get(0).clause().words()).isEqualTo("不再重复申报");
    assertThat(found.get(0).sentence()).contains("“旧名单”（2018年）");
  }

  @Test
  void asksAPersonWhereTheNoticeIsNotHard() {
    assertThat(outcomes(list(Force.SOFT, person("张三", OWN)), candidate()))
        .containsExactly(Outcome.REFER);
  }

  @Test
  void findsTheNumberHoweverItIsTyped() {
    CandidateFixture typed =
        candidate()
            .with("身份证件号码", " ９９９９９９ 19750615 " + OWN.substring(14).toLowerCase(Locale.ROOT));

    assertThat(outcomes(list(Force.HARD, person("张三", OWN)), typed)).containsExactly(Outcome.BLOCK);
  }

  @Test
  void rejectsNobodyForANumberThatStandsUnderAnotherName() {
    assertThat(outcomes(list(Force.HARD, person("李四", OWN)), candidate()))
        .containsExactly(Outcome.REFER);
  }

  /** What the list states beside the name → whether it may be the candidate. */
  @ParameterizedTest
  @CsvSource({
    "'', '', '', '', true",
    "'', '', '', 1975-06, true",
    "'', '', '', 1975, true",
    "'', '', '', 1975-07, false",
    "'', '', '', 1962-06-15, false",
    "'', 999, '', '', true",
    "'', 140, '', '', false",
    "'', '', 0001, '', false",
    "E12345678, '', '', '', true",
    "999999750615001, '', '', '', true",
    "999999620615001, '', '', '', false",
  })
  void neverRejectsANamesake(
      String number, String head, String tail, String birth, boolean mayBeTheSame) {
    SelectedPerson listed =
        new SelectedPerson("张三", number, head, tail, birth, "", "lists/a.csv!2");

    assertThat(outcomes(list(Force.HARD, listed), candidate()))
        .isEqualTo(mayBeTheSame ? List.of(Outcome.REFER) : List.of());
  }

  @Test
  void comparesTheLastFourCharactersThatAPublishedListShows() {
    SelectedPerson shown =
        new SelectedPerson("张三", "", "999", OWN.substring(14), "", "", "lists/a.csv!2");

    assertThat(outcomes(list(Force.HARD, shown), candidate())).containsExactly(Outcome.REFER);
  }

  @Test
  void knowsThatASoundNumberOfItsOwnMakesANamesakeSomebodyElse() {
    assertThat(found(list(Force.HARD, person("张三", OTHER)), candidate())).isEmpty();
  }

  @Test
  void asksAPersonWhenTheNumberOnEitherSideIsDamaged() {
    String damaged = OWN.substring(0, 15) + "000";

    assertThat(outcomes(list(Force.HARD, person("张三", damaged)), candidate()))
        .containsExactly(Outcome.REFER);
    assertThat(
            outcomes(list(Force.HARD, person("张三", damaged)), candidate().with("身份证件号码", damaged)))
        .containsExactly(Outcome.REFER);
  }

  @Test
  void waitsForANumberThatIsStillAskedFor() {
    assertThat(
            outcomes(
                new CallFixture("c")
                    .form(TestForm.requiring("姓名", "身份证件号码"))
                    .selected(list(Force.HARD, Optional.empty(), person("张三", OWN))),
                candidate().without("身份证件号码")))
        .isEmpty();
  }

  @Test
  void leavesOutWhomTheListDoesNotConcernAndAsksWhenThatIsOpen() {
    Optional<Condition> exempt = Optional.of(TestCondition.is("复审", "是"));
    CallFixture call = new CallFixture("c").selected(list(Force.HARD, exempt, person("张三", OWN)));

    assertThat(outcomes(call, candidate().with("复审", "是"))).isEmpty();
    assertThat(outcomes(call, candidate().with("复审", "否"))).containsExactly(Outcome.BLOCK);
    assertThat(outcomes(call, candidate())).containsExactly(Outcome.REFER);
  }

  @Test
  void tellsNothingOfThePersonOnTheListButTheRowWhereItStands() {
    Finding found = found(list(Force.HARD, person("张三", OWN)), candidate()).get(0);

    assertThat(found.observed()).isEqualTo("lists/a.csv!2");
    assertThat(found.sentence()).doesNotContain(OWN).doesNotContain("张三");
    assertThat(person("张三", OWN)).asString().isEqualTo("lists/a.csv!2");
  }

  @Test
  void tellsOneFindingForEachList() {
    CallFixture call =
        new CallFixture("c")
            .selected(list(Force.HARD, Optional.empty(), person("张三", OWN), person("张三", OWN)))
            .selected(list(Force.SOFT, Optional.empty(), person("张三", "")));

    assertThat(outcomes(call, candidate())).containsExactly(Outcome.BLOCK, Outcome.REFER);
  }

  private static List<Outcome> outcomes(CallFixture call, CandidateFixture who) {
    return found(call, who).stream().map(Finding::outcome).toList();
  }

  private static List<Finding> found(CallFixture call, CandidateFixture who) {
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-03-20T09:00:00").of(who);
    return office.check(new EligibilityCheck());
  }

  private static CallFixture list(Force force, SelectedPerson person) {
    return new CallFixture("c").selected(list(force, Optional.empty(), person));
  }

  private static SelectedList list(
      Force force, Optional<Condition> exempt, SelectedPerson... people) {
    return new SelectedList(
        "L1",
        "旧名单",
        force,
        exempt,
        new Clause("不再重复申报", "二"),
        "已享受的不再申报。",
        new SelectedPeople(List.of(people)));
  }

  private static SelectedPerson person(String name, String number) {
    return new SelectedPerson(name, number, "", "", "", "2018年", "lists/a.csv!2");
  }
}
