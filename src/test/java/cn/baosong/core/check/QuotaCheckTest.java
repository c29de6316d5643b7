package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Quota;
import cn.baosong.core.dossier.DossierState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaCheckTest {

  @ParameterizedTest
  @CsvSource({"CITY_HR, 2", "EDU_DEPT, 15", "HEALTH_DEPT, 8"})
  void returnsTheWholeListOfAUnitThatSendsOneTooMany(String kind, int limit) {
    assertThat(sent(Windows.shanxi2020(), kind, limit)).isEmpty();

    List<Finding> over = sent(Windows.shanxi2020(), kind, limit + 1);
    assertThat(over)
        .hasSize(limit + 1)
        .allSatisfy(f -> assertThat(f.code()).isEqualTo(FindingCode.QUOTA_EXCEEDED))
        .allSatisfy(f -> assertThat(f.outcome()).isEqualTo(Outcome.CORRECT));
    assertThat(over.get(0).sentence()).contains(limit + "名").contains((limit + 1) + "名");
  }

  @ParameterizedTest
  @CsvSource({"LEAGUE_HR, 5", "REGION_DEPT, 2"})
  void holdsEachKindToItsOwnQuota(String kind, int limit) {
    assertThat(sent(Windows.innerMongolia2017(), kind, limit)).isEmpty();
    assertThat(sent(Windows.innerMongolia2017(), kind, limit + 1)).hasSize(limit + 1);
  }

  @Test
  void countsEachCategoryByItself() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023());
    office.mail("2023-04-20T09:00:00").of(of("专业技术", 3)).of(of("高技能", 2, 100));

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void returnsOnlyTheCategoryThatOverflows() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023());
    office.mail("2023-04-20T09:00:00").of(of("专业技术", 4)).of(of("高技能", 2, 100));

    assertThat(quota(office)).hasSize(4).allMatch(f -> f.rule().equals("t-city"));
  }

  @Test
  void doesNotCountTheExempt() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023());
    CandidateFixture[] sent = of("专业技术", 4);
    sent[0].with("不占指标", "是");
    for (int i = 1; i < 4; i++) {
      sent[i].with("不占指标", "否");
    }
    office.mail("2023-04-20T09:00:00").of(sent);

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void asksAPersonWhenOnlyTheDoubtOverAnExemptionMakesTheOverflow() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023());
    CandidateFixture[] sent = of("专业技术", 4);
    for (int i = 1; i < 4; i++) {
      sent[i].with("不占指标", "否");
    }
    office.mail("2023-04-20T09:00:00").of(sent);

    assertThat(quota(office)).hasSize(4).allMatch(f -> f.outcome() == Outcome.REFER);
  }

  @Test
  void holdsTheEducationDepartmentToItsOwnNumberInOneCategoryAndTheCommonOneInTheOther() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023()).unitOf("EDU_DEPT");
    office.mail("2023-04-20T09:00:00").of(of("专业技术", 18)).of(of("高技能", 2, 100));

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void leavesTheAcceptedAloneAndReturnsTheNewcomers() {
    OfficeFixture office = scan();
    CandidateFixture newcomer = candidate("王五", 3);
    office
        .mail("2020-03-20T09:00:00")
        .of(
            candidate("张三", 1).in(DossierState.ACCEPTED),
            candidate("李四", 2).in(DossierState.ACCEPTED));
    office.mail("2020-03-25T09:00:00").of(newcomer);

    assertThat(quota(office))
        .extracting(Finding::dossier)
        .containsExactly(Optional.of(newcomer.number()));
  }

  @Test
  void doesNotCountALateNewcomer() {
    OfficeFixture office = scan();
    office.mail("2020-03-20T09:00:00").of(candidate("张三", 1), candidate("李四", 2));
    office.mail("2020-04-20T09:00:00").of(candidate("王五", 3));

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void countsACandidateOnceHoweverOftenHeIsSent() {
    OfficeFixture office = scan();
    office.mail("2020-03-20T09:00:00").of(candidate("张三", 1), candidate("李四", 2));
    office.mail("2020-03-25T09:00:00").of(candidate("张三", 1), candidate("李四", 2));

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void takesTheUnitsOwnOrderAfterAnOverflow() {
    OfficeFixture office = scan();
    CandidateFixture leftOut = candidate("王五", 3).returned("2020-03-21T09:00:00", "2020-03-28");
    office
        .mail("2020-03-20T09:00:00")
        .of(
            candidate("张三", 1).returned("2020-03-21T09:00:00", "2020-03-28"),
            candidate("李四", 2).returned("2020-03-21T09:00:00", "2020-03-28"),
            leftOut);
    office.mail("2020-03-23T09:00:00").of(candidate("张三", 1), candidate("李四", 2));

    assertThat(quota(office))
        .extracting(Finding::code, Finding::outcome, Finding::dossier)
        .containsExactly(
            tuple(FindingCode.LIST_CHANGED, Outcome.REFER, Optional.of(leftOut.number())));
  }

  @Test
  void onlyRemarksOnASoftQuota() {
    CallFixture call =
        new CallFixture("dt-xsdt-2020")
            .quota(limit(1, Force.SOFT, Optional.empty(), Optional.empty()));
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-12-01T09:00:00").of(of("", 2));

    assertThat(quota(office)).hasSize(2).allMatch(f -> f.outcome() == Outcome.REMARK);
  }

  @Test
  void asksAPersonWhenTheCompositionIsShort() {
    OfficeFixture office = new OfficeFixture(composed());
    office.mail("2023-10-01T09:00:00").of(of(3, 1));
    OfficeFixture enough = new OfficeFixture(composed());
    enough.mail("2023-10-01T09:00:00").of(of(3, 2));

    assertThat(quota(office))
        .hasSize(3)
        .allMatch(f -> f.code() == FindingCode.QUOTA_COMPOSITION)
        .allMatch(f -> f.outcome() == Outcome.REFER);
    assertThat(quota(enough)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, 3, 1, REFER",
    "WHEN_ENOUGH, 1, 0, REMARK",
    "WHEN_ENOUGH, 2, 1, REFER",
    "IN_PROPORTION, 3, 1, REMARK",
    "IN_PROPORTION, 4, 0, REFER",
  })
  void asksForACompositionAsTheOfficeHasSettledIt(
      String reading, int sent, int among, Outcome outcome) {
    OfficeFixture office = new OfficeFixture(composed().settled("quota.composition", reading));
    office.mail("2023-10-01T09:00:00").of(of(sent, among));

    assertThat(quota(office)).hasSize(sent).allMatch(f -> f.outcome() == outcome);
  }

  @Test
  void asksAPersonWhileTheReadingsOfACompositionDiffer() {
    OfficeFixture office =
        new OfficeFixture(composed().unsettled("quota.composition", "WHEN_ENOUGH", "ALWAYS"));
    office.mail("2023-10-01T09:00:00").of(of(1, 0));

    assertThat(quota(office)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void asksAPersonWhenItIsOpenAsWhichKindAUnitCounts() {
    String key = "kind.BORDER_CITY_HR.countsAs";
    CallFixture open = Windows.shanxi2020().unsettled(key, "EDU_DEPT", "BORDER_CITY_HR");
    CallFixture asEducation = Windows.shanxi2020().settled(key, "EDU_DEPT");

    assertThat(sent(open, "BORDER_CITY_HR", 2)).isEmpty();
    assertThat(sent(open, "BORDER_CITY_HR", 3))
        .hasSize(3)
        .allMatch(f -> f.outcome() == Outcome.REFER);
    assertThat(sent(asEducation, "BORDER_CITY_HR", 15)).isEmpty();
    assertThat(sent(asEducation, "BORDER_CITY_HR", 16))
        .hasSize(16)
        .allMatch(f -> f.outcome() == Outcome.CORRECT);
  }

  @Test
  void onlyRemarksOnWhatAllUnitsRecommendTogether() {
    OfficeFixture office = pooled(2).others("COUNTY_HR", "非公", 3).others("COUNTY_HR", "综合", 9);
    OfficeFixture full = pooled(2).others("COUNTY_HR", "非公", 4);

    assertThat(quota(office)).isEmpty();
    assertThat(quota(full))
        .hasSize(2)
        .allMatch(f -> f.code() == FindingCode.QUOTA_EXCEEDED && f.outcome() == Outcome.REMARK)
        .allMatch(f -> f.observed().equals("6名"))
        .allMatch(f -> f.sentence().contains("“非公”指标5名由各报送单位合用，目前各单位合计推荐6名（本单位2名）"));
  }

  @Test
  void saysNothingOfASharedQuotaToAUnitThatRecommendsNobodyInIt() {
    OfficeFixture office = new OfficeFixture(shared()).others("COUNTY_HR", "非公", 9);
    office.mail("2020-12-01T09:00:00").of(of("综合", 2));

    assertThat(quota(office)).isEmpty();
  }

  @Test
  void countsInASharedQuotaOnlyTheKindsThatShareIt() {
    CallFixture counties = new CallFixture("x").quota(shared(Set.of("COUNTY_HR")));
    counties.departments("类别", CallFixture.department("office"));
    OfficeFixture county =
        new OfficeFixture(counties)
            .unitOf("COUNTY_HR")
            .others("CITY_DEPT", "非公", 9)
            .others("COUNTY_HR", "非公", 3);
    county.mail("2020-12-01T09:00:00").of(of("非公", 2));

    assertThat(quota(county)).isEmpty();
  }

  @Test
  void countsNobodyWhereTheNoticeSaysThatThereIsNoLimit() {
    CallFixture call =
        new CallFixture("x")
            .quota(Windows.quota("others", Set.of(), 2))
            .quota(free("universities", Set.of("UNIVERSITY"), Optional.empty()));

    assertThat(sent(call, "UNIVERSITY", 30)).isEmpty();
    assertThat(sent(call, "CITY_HR", 3)).hasSize(3);
  }

  @Test
  void leavesACategoryWithoutLimitOutOfTheNumberForAllTogether() {
    CallFixture call =
        new CallFixture("x")
            .quota(Windows.quota("all", Set.of(), 2))
            .quota(free("young", Set.of(), Optional.of("青年")))
            .departments("类别", CallFixture.department("office"));
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-12-01T09:00:00").of(of("青年", 5)).of(of("综合", 2, 10));
    OfficeFixture over = new OfficeFixture(call);
    over.mail("2020-12-01T09:00:00").of(of("青年", 5)).of(of("综合", 3, 10));

    assertThat(quota(office)).isEmpty();
    assertThat(quota(over)).isNotEmpty().allMatch(f -> f.observed().equals("3名"));
  }

  private static OfficeFixture pooled(int sent) {
    OfficeFixture office = new OfficeFixture(shared());
    office.mail("2020-12-01T09:00:00").of(of("非公", sent));
    return office;
  }

  private static CallFixture shared() {
    return new CallFixture("x")
        .quota(shared(Set.of()))
        .departments("类别", CallFixture.department("office"));
  }

  private static Quota shared(Set<String> kinds) {
    return quota("pool", kinds, Optional.of("非公"), Quota.Per.CALL, Optional.of(5));
  }

  private static Quota free(String id, Set<String> kinds, Optional<String> category) {
    return quota(id, kinds, category, Quota.Per.UNIT, Optional.empty());
  }

  private static Quota quota(
      String id,
      Set<String> kinds,
      Optional<String> category,
      Quota.Per per,
      Optional<Integer> limit) {
    return new Quota(
        id,
        kinds,
        category,
        per,
        limit,
        Force.SOFT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Clause("名额", "三"));
  }

  private static CallFixture composed() {
    return new CallFixture("nm")
        .quota(limit(10, Force.HARD, Optional.of(2), Optional.of(TestCondition.is("基层", "是"))));
  }

  private static CandidateFixture[] of(int number, int among) {
    CandidateFixture[] sent = of("", number);
    for (int i = 0; i < among; i++) {
      sent[i].with("基层", "是");
    }
    return sent;
  }

  private static OfficeFixture scan() {
    return new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
  }

  private static List<Finding> sent(CallFixture call, String kind, int number) {
    OfficeFixture office = new OfficeFixture(call).unitOf(kind);
    office.mail("2017-03-20T09:00:00").of(of("", number));
    return quota(office);
  }

  private static List<Finding> quota(OfficeFixture office) {
    return office.assess().found().getOrDefault(CheckName.QUOTA, List.of());
  }

  private static CandidateFixture[] of(String category, int number) {
    return of(category, number, 0);
  }

  private static CandidateFixture[] of(String category, int number, int from) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> candidate("某人" + (char) ('甲' + from + i), from + i).with("类别", category))
        .toArray(CandidateFixture[]::new);
  }

  private static Quota limit(
      int limit,
      Force force,
      Optional<Integer> atLeast,
      Optional<cn.baosong.core.call.Condition> among) {
    return new Quota(
        "q",
        Set.of(),
        Optional.empty(),
        Quota.Per.UNIT,
        Optional.of(limit),
        force,
        Optional.empty(),
        atLeast,
        among,
        new Clause("名额", "三"));
  }
}
