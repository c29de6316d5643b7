package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.DeliveryFixture.file;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
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

    assertThat(office.check(check)).isEmpty();
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

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.ELECTRONIC_NOT_RECEIVED, Outcome.REMARK, "王五"));
  }

  private List<Finding> scanned(CallFixture call, CandidateFixture candidate) {
    OfficeFixture office = new OfficeFixture(call.mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate);
    return office.check(check);
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
    return office.check(check);
  }
}
