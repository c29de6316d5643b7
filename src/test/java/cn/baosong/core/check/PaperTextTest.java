package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text layer of the enclosed form beside the electronic form (decisions 9, 29). */
class PaperTextTest {
  private static final String NUMBER = candidate().identity();
  private static final String SAME = "姓 名 张三 出生日期 1975年6月15日\n身份证件号码 " + NUMBER + "\n专业技术职称 教授\n";

  private final PaperCheck check = new PaperCheck(OfficeFixture.DIFFERENCES);

  @Test
  void isContentWithAFormThatSaysTheSame() {
    assertThat(scanned(SAME)).isEmpty();
  }

  @Test
  void asksTheUnitToMendAnAlteredBirthDateAndNamesTheFile() {
    List<Finding> found = scanned(SAME.replace("1975年", "1978年"));

    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule, Finding::place)
        .containsExactly(
            tuple(FindingCode.PAPER_MISMATCH, Outcome.CORRECT, "出生日期", "01-张三/登记表.pdf 文字层"));
    assertThat(found.get(0).observed()).isEqualTo("纸质：1978年6月15日；电子：1975年6月15日");
  }

  @Test
  void asksAPersonWhenTheFormDoesNotSayWhoItIs() {
    List<Finding> found = scanned(SAME.replace("身份证件号码 ", "证号").replace("姓 名", "候选人"));

    assertThat(found)
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
    assertThat(found.get(0).sentence()).contains("“姓名、身份证件号码”").doesNotContain("出生日期");
  }

  @Test
  void asksAPersonWhenTheFormNamesTwoPeople() {
    assertThat(scanned(SAME + "姓名 李四\n"))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
  }

  @Test
  void asksAPersonWhenTheTextLayerHoldsNoFieldAtAll() {
    List<Finding> found = scanned("扫描全能王");

    assertThat(found)
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
    assertThat(found.get(0).sentence()).contains("“姓名、身份证件号码、出生日期、专业技术职称”");
  }

  @Test
  void onlyRemarksOnAFieldBesideTheIdentityThatCouldNotBeRead() {
    List<Finding> found = scanned(SAME.replace("专业技术职称", "现任"));

    assertThat(found)
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REMARK));
    assertThat(found.get(0).sentence()).contains("“专业技术职称”");
  }

  @Test
  void believesItsOwnReadingBeforeTheUnitsWord() {
    CandidateFixture sent = candidate().onPaper("姓名", "李四").onPaper("专业技术职称", "讲师");

    assertThat(scanned(sent, SAME)).isEmpty();
  }

  @Test
  void holdsTheUnitsWordAgainstItWhereNothingWasRead() {
    CandidateFixture sent = candidate().onPaper("专业技术职称", "讲师");

    assertThat(scanned(sent, SAME.replace("专业技术职称", "现任")))
        .extracting(Finding::code, Finding::outcome)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.PAPER_MISMATCH, Outcome.CORRECT),
            tuple(FindingCode.PAPER_UNREADABLE, Outcome.REMARK));
  }

  @Test
  void believesTheMailRoomBeforeTheTextLayer() {
    CandidateFixture sent = sending(candidate(), SAME.replace("张三", "李四"));
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(
        posted("2020-03-20", "2020-03-22T09:00:00").naming(sent, Map.of(), Map.of("姓名", "张三")));

    assertThat(told(office)).isEmpty();
  }

  @Test
  void readsNoFileWhereAParcelIsThePaper() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    CandidateFixture sent = sending(candidate(), SAME);
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(posted("2020-03-20", "2020-03-22T09:00:00").naming(sent));

    assertThat(told(office))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
  }

  @Test
  void asksForNothingWhereTheNoticeAsksForNoAgreement() {
    PaperPolicy asked = Windows.shanxi2020().make().paper();
    CallFixture call =
        Windows.shanxi2020()
            .paper(
                new PaperPolicy(
                    Mode.SCAN, asked.compared(), Optional.empty(), asked.mismatch(), false, 15));
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-03-20T09:00:00").of(sending(candidate(), "姓名 张三"));

    assertThat(told(office)).isEmpty();
  }

  private List<Finding> scanned(String text) {
    return scanned(candidate(), text);
  }

  private List<Finding> scanned(CandidateFixture candidate, String text) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(sending(candidate, text));
    return told(office);
  }

  private static CandidateFixture sending(CandidateFixture candidate, String text) {
    return candidate.files(
        new Document(
            "01-张三/登记表.pdf", 1000, new Digest("f".repeat(64)), Optional.of(2), Optional.of(text)));
  }

  private List<Finding> told(OfficeFixture office) {
    return office.check(check).stream().filter(Finding::isTold).toList();
  }
}
