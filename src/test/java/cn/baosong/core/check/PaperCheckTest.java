package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.DeliveryFixture.file;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.FieldComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperCheckTest {
  private final PaperCheck check = new PaperCheck(OfficeFixture.DIFFERENCES);

  @Test
  void bothersNobodyWithWaysOfWriting() {
    assertThat(seen(candidate("张三", 1), "姓名", "张　三")).isEmpty();
    assertThat(seen(candidate("买买提·艾力", 1), "姓名", "买买提•艾力")).isEmpty();
    assertThat(seen(candidate("买买提·艾力", 1), "姓名", "买买提・艾力")).isEmpty();
    assertThat(seen(candidate().with("出生日期", "1970-01-01"), "出生日期", "1970年1月1日")).isEmpty();
    assertThat(
            seen(candidate().with("身份证件号码", "99999919700101001ｘ"), "身份证件号码", "99999919700101001X"))
        .isEmpty();
  }

  @Test
  void showsThatOneSideSaysLess() {
    assertThat(seen(candidate().with("出生日期", "1970-01-15"), "出生日期", "1970.01"))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_MISMATCH, Outcome.REMARK));
  }

  @Test
  void asksAPersonAboutTraditionalCharacters() {
    assertThat(seen(candidate("陳某", 1), "姓名", "陈某"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFER);
  }

  @Test
  void asksTheUnitToMendARealDifferenceAndShowsBothValues() {
    List<Finding> found = seen(candidate().with("专业技术职称", "工程师"), "专业技术职称", "高级工程师");

    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_MISMATCH, Outcome.CORRECT, "专业技术职称"));
    assertThat(found.get(0).observed()).isEqualTo("纸质：高级工程师；电子：工程师");
    assertThat(found.get(0).clause().words()).isEqualTo("纸质材料和网上填报信息要完全一致。");
  }

  @Test
  void onlyEverProposesACancellationToAPerson() {
    assertThat(seen(Windows.innerMongolia2017(), candidate(), "专业技术职称", "讲师"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFER);
  }

  @Test
  void takesABlankOnPaperForNotRead() {
    assertThat(seen(candidate(), "专业技术职称", " "))
        .extracting(Finding::code)
        .containsExactly(FindingCode.PAPER_UNREADABLE);
  }

  @Test
  void letsALaterReadingOfTheSamePaperStand() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2017());
    office.mail("2017-03-20T09:00:00").of(sent);
    for (String[] reading :
        new String[][] {{"2017-03-22T09:00:00", "讲师"}, {"2017-03-23T09:00:00", "教授"}}) {
      office.paper(
          posted("2017-03-20", reading[0]).naming(sent, Map.of(), Map.of("专业技术职称", reading[1])));
    }

    assertThat(told(office)).isEmpty();
  }

  @Test
  void findsTheDifferenceInAMereStatementButNoProofOfAgreement() {
    CandidateFixture declaring = candidate().onPaper("姓名", "李四");

    assertThat(scanned(Windows.shanxi2020(), declaring))
        .extracting(Finding::code, Finding::outcome)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.PAPER_MISMATCH, Outcome.CORRECT),
            tuple(FindingCode.PAPER_DECLARED_ONLY, Outcome.REFER));
  }

  @Test
  void isContentWithAStatementWhereTheCallSaysItSuffices() {
    PaperPolicy asked = Windows.shanxi2020().make().paper();
    CallFixture call =
        Windows.shanxi2020()
            .paper(
                new PaperPolicy(
                    Mode.SCAN, asked.compared(), asked.consistency(), asked.mismatch(), true, 15));

    assertThat(scanned(call, candidate().onPaper("姓名", "张三")))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_DECLARED_ONLY, Outcome.REMARK));
  }

  @Test
  void onlyRemarksOnAStatementWhereTheNoticeAsksForNoAgreement() {
    PaperPolicy asked = Windows.shanxi2020().make().paper();
    CallFixture call =
        Windows.shanxi2020()
            .paper(
                new PaperPolicy(
                    Mode.SCAN, asked.compared(), Optional.empty(), asked.mismatch(), false, 15));

    assertThat(scanned(call, candidate().onPaper("姓名", "张三")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REMARK);
    assertThat(scanned(call, candidate())).isEmpty();
  }

  @Test
  void asksAPersonToReadAScanThatNobodyHasRead() {
    assertThat(scanned(Windows.shanxi2020(), candidate()))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
  }

  @Test
  void leavesAMissingScanToTheMaterials() {
    CandidateFixture without = candidate().files(file("张三.RPU"), file("佐证.pdf"));
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(without);

    assertThat(office.assess().findings())
        .extracting(Finding::code)
        .contains(FindingCode.MATERIAL_MISSING)
        .doesNotContain(FindingCode.PAPER_UNREADABLE);
  }

  @Test
  void remarksOnACandidateWhoIsOnPaperOnly() {
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2017());
    office.mail("2017-04-20T09:00:00").of(candidate());
    office.paper(posted("2017-04-20", "2017-04-22T09:00:00").naming("王五"));

    assertThat(told(office))
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.ELECTRONIC_NOT_RECEIVED, Outcome.REMARK, "王五"));
  }

  @Test
  void keepsEveryComparisonWithItsSourceThoughItTellsNone() {
    CandidateFixture sent = candidate("张三", 1);
    OfficeFixture office = office(sent).paper(parcel().naming(sent, Map.of(), Map.of("姓名", "张　三")));

    Finding kept = office.check(check).get(0);

    assertThat(kept.outcome()).isEqualTo(Outcome.PASS);
    assertThat(kept.place()).isEqualTo("纸质登记 YZ-2020-0001");
    assertThat(kept.comparison())
        .get()
        .extracting(
            FieldComparison::paper,
            FieldComparison::normalPaper,
            FieldComparison::electronic,
            FieldComparison::difference,
            FieldComparison::tables)
        .containsExactly("张　三", "张三", "张三", DifferenceClass.COSMETIC, "normal-forms/3 test/1");
  }

  @Test
  void comparesWhoTheMailRoomSaysThePaperIsOf() {
    CandidateFixture sent = candidate("张三", 1);
    OfficeFixture office =
        office(sent).paper(parcel().naming(sent.identity(), "李四", Map.of("专业技术职称", "教授")));

    assertThat(told(office))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("姓名", Outcome.CORRECT));
  }

  @Test
  void takesNoPaperOfANamesakeForTheCandidates() {
    CandidateFixture one = candidate("张三", 1);
    CandidateFixture other = candidate("张三", 2);
    OfficeFixture office =
        office(one, other)
            .paper(parcel().naming(one.identity(), "张三", Map.of("专业技术职称", "讲师")))
            .paper(parcel().naming("", "张三", Map.of("专业技术职称", "编辑")));

    assertThat(told(office))
        .filteredOn(f -> f.code() == FindingCode.PAPER_MISMATCH)
        .extracting(f -> f.dossier().orElseThrow(), Finding::observed)
        .containsExactly(tuple(one.number(), "纸质：讲师；电子：教授"));
  }

  @Test
  void knowsAUnitByTheNamesThatTheRegistryGivesIt() {
    CandidateFixture sent = candidate().with("工作单位", "某市人社局");
    OfficeFixture office =
        new OfficeFixture(
                Windows.shanxi2020()
                    .consistent("一致", new ComparedField("工作单位", Kind.UNIT, Weight.MATERIAL)))
            .alsoCalled("某市人力资源和社会保障局");
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(parcel().naming(sent, Map.of(), Map.of("工作单位", "某市人力资源和社会保障局")));

    assertThat(told(office)).isEmpty();
  }

  private List<Finding> scanned(CallFixture call, CandidateFixture candidate) {
    OfficeFixture office = new OfficeFixture(call.mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate);
    return told(office);
  }

  private List<Finding> told(OfficeFixture office) {
    return office.check(check).stream().filter(Finding::isTold).toList();
  }

  private static OfficeFixture office(CandidateFixture... sent) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(sent);
    return office;
  }

  private static PaperFixture parcel() {
    return posted("2020-03-20", "2020-03-22T09:00:00");
  }

  private List<Finding> seen(CandidateFixture candidate, String field, String onPaper) {
    return seen(Windows.shanxi2020(), candidate, field, onPaper);
  }

  private List<Finding> seen(
      CallFixture call, CandidateFixture candidate, String field, String onPaper) {
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2017-03-20T09:00:00").of(candidate);
    office.paper(
        posted("2017-03-20", "2017-03-22T09:00:00")
            .naming(candidate, Map.of(), Map.of(field, onPaper)));
    return told(office);
  }
}
