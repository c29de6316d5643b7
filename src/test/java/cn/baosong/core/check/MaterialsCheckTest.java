package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.DeliveryFixture.empty;
import static cn.baosong.core.check.DeliveryFixture.file;
import static cn.baosong.core.check.DeliveryFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.DossierNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaterialsCheckTest {
  private final MaterialsCheck check = new MaterialsCheck();

  @Test
  void tellsAllFaultsOfOneCandidateAtOnce() {
    CandidateFixture sent =
        candidate()
            .with("单位性质", "非公有制")
            .files(file("登记表.pdf"), file("佐证材料.pdf"), pages("附件.pdf", 2));
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(sent);

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.MATERIAL_MISSING, Outcome.CORRECT, "form-industry"),
            tuple(FindingCode.MATERIAL_MISSING, Outcome.CORRECT, "rpu"),
            tuple(FindingCode.MATERIAL_INVALID, Outcome.CORRECT, "attachment"));
  }

  /** domain.md, C10: three people on the paper, two files of the registration program. */
  @Test
  void asksTheOneOfThreeForHisRegistrationFileWhoHasNone() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office
        .mail("2020-03-20T09:00:00")
        .of(
            candidate("张三", 1),
            candidate("李四", 3),
            candidate("王五", 5).files(file("登记表.pdf"), file("佐证材料.pdf")));

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::rule, f -> f.dossier().orElseThrow())
        .containsExactly(
            tuple(
                FindingCode.MATERIAL_MISSING,
                Outcome.CORRECT,
                "rpu",
                new DossierNumber("RX-2020-0003")));
  }

  @Test
  void countsTheCopiesOfARegisteredParcel() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(
        PaperFixture.posted("2020-03-20", "2020-03-22T09:00:00")
            .naming(sent, Map.of("登记表", 2, "印证材料", 1), Map.of()));

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::rule, Finding::observed)
        .containsExactly(tuple(FindingCode.COPIES_SHORT, Outcome.CORRECT, "form", "2份"));
  }

  @Test
  void takesTheCountUnderTheNoticesOwnNameAndNotEveryNameThatHintsAtIt() {
    assertThat(copies(Map.of("登记表", 2, "登记表复印件", 1, "印证材料", 1))).containsExactly("form 2份");
    assertThat(copies(Map.of("登记表（原件）", 3, "印证材料", 1))).isEmpty();
  }

  /** The notice wants one report and one summary of the unit, however many it recommends. */
  @Test
  void countsWhatTheUnitEnclosesOnceForAll() {
    assertThat(ofUnit(Map.of(), Map.of())).isEmpty();
    assertThat(ofUnit(Map.of("推荐报告", 0), Map.of())).containsExactly("report 0份");
    assertThat(ofUnit(Map.of("推荐报告", 1), Map.of())).isEmpty();
    assertThat(ofUnit(Map.of("推荐报告", 0), Map.of("推荐报告", 1, "汇总表", 0)))
        .containsExactly("summary 0份");
  }

  private List<String> ofUnit(Map<String, Integer> one, Map<String, Integer> two) {
    CandidateFixture first = candidate();
    CandidateFixture second = candidate("李四", 2);
    OfficeFixture office =
        new OfficeFixture(
            Windows.innerMongolia2017()
                .material(Windows.material("report", false, true, "推荐报告").copies(1).make())
                .material(Windows.material("summary", false, true, "汇总表").copies(1).make())
                .mode(Mode.PARCEL));
    office.mail("2017-04-20T09:00:00").of(first, second);
    office.paper(
        PaperFixture.posted("2017-04-20", "2017-04-22T09:00:00")
            .naming(first, one, Map.of())
            .naming(second, two, Map.of()));
    return office.check(check).stream()
        .filter(f -> f.code() == FindingCode.COPIES_SHORT && f.dossier().isEmpty())
        .map(f -> f.rule() + " " + f.observed())
        .toList();
  }

  @Test
  void countsOneParcelOnceAndSeveralTogether() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(sent);
    Map<String, Integer> two = Map.of("登记表", 2, "印证材料", 1);
    PaperFixture first = PaperFixture.posted("2020-03-20", "2020-03-22T09:00:00");
    PaperFixture again = PaperFixture.posted("2020-03-20", "2020-03-22T10:00:00");
    office.paper(first.naming(sent, two, Map.of())).paper(again.naming(sent, two, Map.of()));

    assertThat(office.check(check)).extracting(Finding::observed).containsExactly("2份");

    office.paper(
        PaperFixture.posted("2020-03-21", "2020-03-23T09:00:00")
            .item("2")
            .naming(sent, Map.of("登记表", 1), Map.of()));
    assertThat(office.check(check)).isEmpty();
  }

  private List<String> copies(Map<String, Integer> counted) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(
        PaperFixture.posted("2020-03-20", "2020-03-22T09:00:00").naming(sent, counted, Map.of()));
    return office.check(check).stream().map(f -> f.rule() + " " + f.observed()).toList();
  }

  @Test
  void countsNoCopiesWhereAScanStandsForThePaper() {
    assertThat(found(candidate())).isEmpty();
  }

  @Test
  void recognisesFilesHoweverTheirNamesAreTyped() {
    assertThat(
            found(
                candidate()
                    .files(
                        file("01-张三/登 记 表　(扫描件).PDF"),
                        file("01-张三/张三.Rpu"),
                        file("01-张三/佐证/论文1.pdf"))))
        .isEmpty();
  }

  @Test
  void acceptsTheMiddleDotThatTheNoticeItselfPrintsWithARemark() {
    assertThat(found(candidate().files(file("登记表.pdf"), file("张三·RPU"), file("佐证.pdf"))))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("rpu", Outcome.REMARK));
  }

  @Test
  void asksAgainForEmptyFilesAndWrongFormats() {
    assertThat(found(candidate().files(file("登记表.doc"), empty("张三.rpu"), file("佐证.pdf"))))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.MATERIAL_INVALID, Outcome.CORRECT, "form"),
            tuple(FindingCode.MATERIAL_INVALID, Outcome.CORRECT, "rpu"));
  }

  @Test
  void limitsTheNumberOfFilesWhereTheNoticeDoes() {
    assertThat(found(candidate().enclosing(file("附件1.pdf")).enclosing(file("附件2.pdf"))))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("attachment", Outcome.CORRECT));
  }

  @Test
  void keepsFilesThatItCannotPlaceWithARemark() {
    assertThat(found(candidate().enclosing(file("合影.png"))))
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.MATERIAL_INVALID, Outcome.REMARK, "合影.png"));
  }

  @Test
  void asksForTheUnitsReportOnce() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").withoutFiles().of(candidate(), candidate("李四", 2));

    List<Finding> found = office.check(check);
    assertThat(found)
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("report", Outcome.CORRECT));
    assertThat(found.get(0).dossier()).isEmpty();
  }

  @Test
  void doesNotAskAgainForTheReportOfAnEarlierDelivery() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate());
    office.mail("2020-03-22T09:00:00").withoutFiles().of(candidate("李四", 2));

    assertThat(office.check(check))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("report", Outcome.REMARK));
  }

  @Test
  void givesAPartialCorrectionToAClerk() {
    CandidateFixture returned = candidate().returned("2020-04-01T09:00:00", "2020-04-09");
    CandidateFixture answer = candidate().files(file("登记表.pdf"));
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-04-02T09:00:00").of(answer);

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.MATERIAL_MISSING, Outcome.REFER, "rpu"),
            tuple(FindingCode.MATERIAL_MISSING, Outcome.REFER, "evidence"));
  }

  @Test
  void asksAWholeNewVersionForEverythingAgain() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate());
    office.mail("2020-03-22T09:00:00").of(candidate().files(file("登记表.pdf"), file("佐证.pdf")));

    assertThat(office.check(check))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("rpu", Outcome.CORRECT));
  }

  @Test
  void takesAnUncountedParcelForNoShortOne() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(PaperFixture.posted("2020-03-20", "2020-03-22T09:00:00").naming(sent));

    assertThat(office.check(check)).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithThePackageItself() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate()).defect("ATTACHMENT_NOT_ENCLOSED");
    OfficeFixture doubtful = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    doubtful.mail("2020-03-20T09:00:00").of(candidate()).defect("SENDER_NOT_VERIFIED");

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.CORRECT);
    assertThat(doubtful.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  private List<Finding> found(CandidateFixture candidate) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(candidate);
    return office.check(check);
  }
}
