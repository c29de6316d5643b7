package cn.baosong.core.decision;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.CandidateFixture;
import cn.baosong.core.check.DeadlineFixture;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.OfficeFixture;
import cn.baosong.core.check.Windows;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the findings come to, in the order of decisions 7. */
class DeciderTest {
  private final Decider decider = new Decider();

  @Test
  void acceptsWhatIsInTimeAndInOrderIntoItsDepartmentsQueue() {
    Judged judged = judged(office(candidate()));

    assertThat(judged.after().state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(judged.after().department()).contains("office");
    assertThat(judged.decision().id()).isEqualTo(judged.before().number() + "#1");
    assertThat(judged.changed()).isTrue();
  }

  @Test
  void acceptsWhatCameTooEarlyOnceTheWindowIsOpen() {
    assertThat(early("2020-03-19T12:00:00")).isEqualTo(DossierState.IN_REVIEW);
    assertThat(early("2020-03-20T00:00:00")).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void keepsANewRemarkWithoutTellingTheUnitOnceMore() {
    Judged first = judged(shared(candidate().without("专业技术职称")));
    OfficeFixture crowded =
        shared(candidate().without("专业技术职称").returned("2020-03-21T09:00:00", "2020-03-28"))
            .others("COUNTY_HR", "非公", 9);
    Judged again = judged(crowded, Map.of(first.before().number(), first.decision()));

    assertThat(first.after().state()).isEqualTo(DossierState.RETURNED);
    assertThat(again.decision().findings())
        .extracting(Finding::code)
        .contains(FindingCode.QUOTA_EXCEEDED);
    assertThat(again.changed()).isTrue();
    assertThat(again.told()).isFalse();
  }

  private DossierState early(String asOf) {
    OfficeFixture office =
        new OfficeFixture(
                new CallFixture("x")
                    .deadline(
                        DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31")
                            .opening("2020-03-20")
                            .make()))
            .asOf(asOf);
    office.mail("2020-03-18T09:00:00").of(candidate());
    return judged(office).after().state();
  }

  private static OfficeFixture shared(CandidateFixture sent) {
    Quota pool =
        new Quota(
            "pool",
            Set.of(),
            Optional.of("非公"),
            Quota.Per.CALL,
            Optional.of(5),
            Force.SOFT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Clause.NONE);
    CallFixture call = scan().quota(pool).departments("类别", CallFixture.department("office"));
    OfficeFixture office = new OfficeFixture(call).asOf("2020-03-24T09:00:00");
    office.mail("2020-03-20T09:00:00").of(sent.with("类别", "非公"));
    return office;
  }

  @Test
  void returnsWhatCanBeMendedWithATermOfWorkingDays() {
    Judged judged = judged(office(candidate().without("专业技术职称")).asOf("2020-04-03T09:00:00"));

    assertThat(judged.after().state()).isEqualTo(DossierState.RETURNED);
    assertThat(judged.after().correction().orElseThrow().due()).contains(LocalDate.of(2020, 4, 13));
  }

  @Test
  void refersWhateverAPersonMustDecideBeforeAnythingIsReturned() {
    Judged judged = judged(office(candidate().without("申报条件").with("出生日期", "1969-12-31")));

    assertThat(judged.after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(judged.decision().findings())
        .extracting(Finding::code)
        .contains(FindingCode.INELIGIBLE, FindingCode.FORM_INVALID);
  }

  @Test
  void rejectsLatenessWithAStatedConsequenceBeforeAllElse() {
    OfficeFixture office = new OfficeFixture(scan());
    office.mail("2020-04-02T09:00:00").of(candidate().without("专业技术职称").with("出生日期", "1969年"));

    assertThat(judged(office).after().state()).isEqualTo(DossierState.REJECTED);
  }

  @Test
  void rejectsAHardRuleOnlyWhenNothingIsLeftToMend() {
    CallFixture call = scan().rule(Windows.rule("H", Force.HARD, neverTrue(), "党政机关工作人员不得申报。"));
    OfficeFixture complete = new OfficeFixture(call);
    complete.mail("2020-03-20T09:00:00").of(candidate());
    OfficeFixture lacking = new OfficeFixture(call);
    lacking.mail("2020-03-20T09:00:00").of(candidate().without("专业技术职称"));

    assertThat(judged(complete).after().state()).isEqualTo(DossierState.REJECTED);
    assertThat(judged(lacking).after().state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void givesAMarkedPackageToAPersonBeforeItsLatenessCounts() {
    OfficeFixture office = new OfficeFixture(scan());
    office.mail("2020-04-02T09:00:00").of(candidate()).defect("CLASSIFIED_MARKING");

    assertThat(judged(office).after().state()).isEqualTo(DossierState.IN_REVIEW);
  }

  @Test
  void waitsForThePaperBeforeItAsksForAnythingSoThatOneLetterTellsAll() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-01T09:00:00");
    office.mail("2020-03-31T23:59:59").of(candidate().without("专业技术职称"));

    assertThat(judged(office).after().state()).isEqualTo(DossierState.AWAITING_PAPER);
  }

  @Test
  void refersEverythingWhenACheckDidNotRun() {
    OfficeFixture office = office(candidate());
    Assessment nothingRan = Assessment.of(office.facts());

    Judged judged = decider.decide(nothingRan, Map.of()).judged().get(0);

    assertThat(judged.after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(judged.decision().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.RULE_UNDECIDED);
  }

  @Test
  void sendsEachCategoryToItsDepartmentAndAnUnknownOneToAPerson() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2023());
    office
        .mail("2023-04-20T09:00:00")
        .of(
            candidate("张三", 1).with("类别", "专业技术"),
            candidate("李四", 2).with("类别", "高技能"),
            candidate("王五", 3).with("类别", "其他"));

    List<Judged> judged = decider.decide(office.assess(), Map.of()).judged();

    assertThat(judged)
        .extracting(j -> j.after().department().orElse("-"))
        .containsExactly("zjc", "zjnl", "-");
    assertThat(judged.get(2).after().state()).isEqualTo(DossierState.IN_REVIEW);
  }

  @Test
  void writesNoSecondLetterWhileNothingChanges() {
    Decision first = judged(office(candidate().without("专业技术职称"))).decision();
    OfficeFixture again =
        office(candidate().without("专业技术职称").returned("2020-04-09T09:00:00", "2020-04-16"));

    Judged judged = judged(again, Map.of(first.dossier(), first));

    assertThat(judged.changed()).isFalse();
    assertThat(judged.decision()).isEqualTo(first);
    assertThat(judged.after()).isEqualTo(judged.before().standing());
  }

  @Test
  void decidesAnewWhenSomethingElseIsFound() {
    Decision first = judged(office(candidate().without("专业技术职称"))).decision();
    OfficeFixture again =
        office(
            candidate().without("申报条件").returned("2020-04-09T09:00:00", "2020-04-16").version(2));

    Judged judged = judged(again, Map.of(first.dossier(), first));

    assertThat(judged.changed()).isTrue();
    assertThat(judged.decision().id()).endsWith("#2");
  }

  @Test
  void givesALapsedTermToAPersonAndRefusesNobody() {
    CandidateFixture returned =
        candidate().without("专业技术职称").returned("2020-04-03T09:00:00", "2020-04-13");

    Judged onTheLastDay = judged(office(returned).asOf("2020-04-13T23:59:59"));
    Judged after = judged(office(returned).asOf("2020-04-14T00:00:00"));

    assertThat(onTheLastDay.after().state()).isEqualTo(DossierState.RETURNED);
    assertThat(after.after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(after.after().correction()).isEqualTo(after.before().correction());
    assertThat(after.decision().findings())
        .extracting(Finding::code)
        .contains(FindingCode.CORRECTION_LAPSED);
  }

  @Test
  void neverLetsATermLapseWhoseLastDayIsUnknown() {
    CandidateFixture returned = candidate().without("专业技术职称").returned("2020-04-03T09:00:00", "");

    assertThat(judged(office(returned).asOf("2020-12-31T09:00:00")).after().state())
        .isEqualTo(DossierState.RETURNED);
  }

  @Test
  void tellsThatTheTermOfAPersonsReturnIsOverAndLeavesItThePersons() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-13").ruled();

    Judged judged = judged(office(returned).asOf("2020-04-14T09:00:00"));

    assertThat(judged.after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(judged.after().ruled()).isTrue();
    assertThat(judged.decision().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.CORRECTION_LAPSED);
  }

  @Test
  void proposesToDecideAgainWhatItWouldNowDecideOtherwise() {
    CandidateFixture accepted = candidate().without("专业技术职称").in(DossierState.ACCEPTED);

    Judgement judgement = decider.decide(office(accepted).assess(), Map.of());

    assertThat(judgement.judged()).extracting(Judged::changed).containsExactly(false);
    assertThat(judgement.proposals())
        .extracting(Proposal::dossier, Proposal::state)
        .containsExactly(tuple(accepted.number(), DossierState.RETURNED));
  }

  @Test
  void proposesToAcceptARefusalThatAnExtendedDeadlineMakesTimely() {
    CandidateFixture refused = candidate().in(DossierState.REJECTED);

    assertThat(decider.decide(office(refused).assess(), Map.of()).proposals())
        .extracting(Proposal::state)
        .containsExactly(DossierState.ACCEPTED);
  }

  @Test
  void proposesNothingAgainstWhatAPersonRuled() {
    CandidateFixture ruled = candidate().without("专业技术职称").in(DossierState.ACCEPTED).ruled();

    assertThat(decider.decide(office(ruled).assess(), Map.of()).proposals()).isEmpty();
  }

  @Test
  void waitsForTheElectronicHalfOfAPaperAndThenAsksAPerson() {
    Judged before = judged(paperFirst().asOf("2020-03-31T23:00:00"));
    Judged after = judged(paperFirst().asOf("2020-04-01T00:00:01"));

    assertThat(before.after().state()).isEqualTo(DossierState.AWAITING_ELECTRONIC);
    assertThat(before.decision().findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.ELECTRONIC_NOT_RECEIVED);
    assertThat(after.after().state()).isEqualTo(DossierState.IN_REVIEW);
  }

  private static OfficeFixture paperFirst() {
    CandidateFixture known = candidate().onPaperOnly();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.delivery(Channel.POST, "2020-03-26T09:00:00").of(known);
    return office.paper(posted("2020-03-24", "2020-03-26T09:00:00").naming(known));
  }

  @Test
  void keepsWhatWasComparedAnewWithoutASecondLetter() {
    CandidateFixture lacking = candidate().without("申报条件");
    Decision first = judged(comparing(lacking)).decision();
    CandidateFixture again =
        candidate().without("申报条件").returned("2020-04-09T09:00:00", "2020-04-16").version(2);
    OfficeFixture office =
        comparing(again)
            .paper(
                posted("2020-03-20", "2020-03-26T09:00:00")
                    .naming(again.identity(), "", Map.of("专业技术职称", "教 授")));

    Judged judged = judged(office, Map.of(first.dossier(), first));

    assertThat(judged.after()).isEqualTo(judged.before().standing());
    assertThat(judged.told()).isFalse();
    assertThat(judged.decision().findings())
        .filteredOn(f -> f.rule().equals("专业技术职称"))
        .extracting(f -> f.comparison().orElseThrow().normalPaper())
        .containsExactly("教授");
  }

  private static OfficeFixture comparing(CandidateFixture sent) {
    OfficeFixture office =
        new OfficeFixture(
            scan().consistent("", new ComparedField("专业技术职称", Kind.TEXT, Weight.MATERIAL)));
    office.mail("2020-03-20T09:00:00").of(sent);
    return office;
  }

  @Test
  void leavesWhatAPersonRuledAndWhatIsDone() {
    for (DossierState state :
        List.of(DossierState.ACCEPTED, DossierState.REJECTED, DossierState.WITHDRAWN)) {
      Judged judged = judged(office(candidate().without("专业技术职称").in(state)));
      assertThat(judged.changed()).as(state.name()).isFalse();
      assertThat(judged.after().state()).isEqualTo(state);
    }
    Judged ruled = judged(office(candidate().without("专业技术职称").in(DossierState.IN_REVIEW).ruled()));
    assertThat(ruled.changed()).isFalse();
    assertThat(ruled.after().ruled()).isTrue();
  }

  @Test
  void putsALaterVersionInThePlaceOfAnAcceptedOne() {
    OfficeFixture office = new OfficeFixture(scan());
    CandidateFixture first = candidate().in(DossierState.ACCEPTED);
    CandidateFixture second = candidate();
    office.mail("2020-03-20T09:00:00").of(first);
    office.mail("2020-03-25T09:00:00").of(second);

    List<Judged> judged = decider.decide(office.assess(), Map.of()).judged();

    assertThat(judged.get(0).after().state()).isEqualTo(DossierState.SUPERSEDED);
    assertThat(judged.get(0).changed()).isTrue();
    assertThat(judged.get(1).after().state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(judged.get(1).after().supersedes()).contains(first.number());
  }

  @Test
  void keepsTheTimelyVersionAndRefusesTheLateOneBesideIt() {
    OfficeFixture office = new OfficeFixture(scan());
    office.mail("2020-03-20T09:00:00").of(candidate().in(DossierState.ACCEPTED));
    office.mail("2020-04-20T09:00:00").of(candidate());

    assertThat(decider.decide(office.assess(), Map.of()).judged())
        .extracting(j -> j.after().state())
        .containsExactly(DossierState.ACCEPTED, DossierState.REJECTED);
  }

  @Test
  void storesTheInheritedTimesOfAnAnswer() {
    OfficeFixture office = new OfficeFixture(scan());
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-10");
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-04-07T09:00:00").of(candidate());

    List<Judged> judged = decider.decide(office.assess(), Map.of()).judged();

    assertThat(judged.get(1).after().timedBy()).isEqualTo(judged.get(0).before().submission());
    assertThat(judged.get(1).after().state()).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void opensATermWithoutLastDayWhereTheCalendarEnds() {
    OfficeFixture office = office(candidate().without("专业技术职称")).asOf("2031-04-03T09:00:00");

    assertThat(judged(office).after().correction().orElseThrow().due()).isEqualTo(Optional.empty());
  }

  @Test
  void keepsThePromisedTermWhileAPersonLooks() {
    CandidateFixture looked =
        candidate().with("出生日期", "1969-12-31").returned("2020-04-03T09:00:00", "2020-04-10");

    Judged judged = judged(office(looked));

    assertThat(judged.after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(judged.after().correction()).isEqualTo(judged.before().correction());
  }

  @Test
  void givesAQuarantinedDeliveryToAPersonHoweverLateItIs() {
    OfficeFixture office = new OfficeFixture(scan());
    office.mail("2020-04-02T09:00:00").of(candidate()).quarantined();

    assertThat(judged(office).after().state()).isEqualTo(DossierState.IN_REVIEW);
  }

  @Test
  void returnsATooLongListWithThoseOfItWhoWaitedForAPerson() {
    OfficeFixture office = new OfficeFixture(scan());
    office
        .mail("2020-03-20T09:00:00")
        .of(candidate("张三", 1).with("出生日期", "1969-12-31"), candidate("李四", 2), candidate("王五", 3));

    assertThat(decider.decide(office.assess(), Map.of()).judged())
        .extracting(judged -> judged.after().state())
        .containsOnly(DossierState.RETURNED);
  }

  @Test
  void leavesATooLongListToAPersonWhileItsTimeOrItsSenderIsInDoubt() {
    OfficeFixture late = new OfficeFixture(scan().late(Consequence.NONE_STATED, ""));
    late.mail("2020-04-02T09:00:00").of(candidate("张三", 1), candidate("李四", 2), candidate("王五", 3));
    OfficeFixture forged = new OfficeFixture(scan());
    forged
        .mail("2020-03-20T09:00:00")
        .of(candidate("张三", 1), candidate("李四", 2), candidate("王五", 3))
        .defect("SENDER_NOT_VERIFIED");

    assertThat(judged(late).after().state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(judged(forged).after().state()).isEqualTo(DossierState.IN_REVIEW);
  }

  private Judged judged(OfficeFixture office) {
    return judged(office, Map.of());
  }

  private Judged judged(OfficeFixture office, Map<DossierNumber, Decision> standing) {
    return decider.decide(office.assess(), standing).judged().get(0);
  }

  private static OfficeFixture office(CandidateFixture sent) {
    OfficeFixture office = new OfficeFixture(scan());
    office.mail("2020-03-20T09:00:00").of(sent);
    return office;
  }

  /** The Shanxi call where a scan stands for the paper and nothing is compared. */
  private static CallFixture scan() {
    return Windows.shanxi2020()
        .paper(
            new PaperPolicy(
                Mode.SCAN, List.of(), Optional.empty(), PaperPolicy.Mismatch.CORRECT, false, 15));
  }

  private static Condition neverTrue() {
    return new Condition() {
      @Override
      public String text() {
        return "false";
      }

      @Override
      public Set<String> fields() {
        return Set.of();
      }

      @Override
      public Truth test(FormData facts) {
        return Truth.FALSE;
      }
    };
  }
}
