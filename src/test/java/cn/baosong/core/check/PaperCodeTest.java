package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.SeenMark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The codes of a printed form beside the electronic form (decisions 29). */
class PaperCodeTest {
  private final PaperCheck check = new PaperCheck(OfficeFixture.DIFFERENCES);

  @Test
  void isContentWithPaperThatWasPrintedFromTheVeryData() {
    assertThat(scanned(candidate(), marks(candidate(), 2))).isEmpty();
  }

  @Test
  void isContentWhereOnlyTheWayOfWritingChangedSince() {
    CandidateFixture before = candidate().with("出生日期", "1975-06-15");
    assertThat(scanned(candidate(), marks(before, 1))).isEmpty();
  }

  @Test
  void isContentWhereAFieldChangedThatNobodyCompares() {
    assertThat(scanned(candidate(), marks(candidate().with("电子邮箱", "a@example.invalid"), 1)))
        .isEmpty();
  }

  @Test
  void showsAPersonWhichFieldWasPrintedOtherwiseAndAsksNobodyElse() {
    List<Finding> found = scanned(candidate(), marks(candidate().with("专业技术职称", "研究员"), 1));
    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule, Finding::place)
        .containsExactly(
            tuple(FindingCode.PAPER_MISMATCH, Outcome.REFER, "专业技术职称", "01-张三/登记表.pdf 二维码"));
  }

  @Test
  void showsAPersonThePagesThatAreMissing() {
    List<Finding> found = scanned(candidate(), List.of(marks(candidate(), 3).get(1)));
    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER, "第1、3页（共3页）"));
  }

  @Test
  void countsAPageThatWasScannedTwiceOnce() {
    List<SeenMark> marks = marks(candidate(), 1);
    assertThat(scanned(candidate(), List.of(marks.get(0), marks.get(0)))).isEmpty();
  }

  @Test
  void believesWhatStandsOnThePaperBeforeTheCode() {
    List<Finding> found =
        told(
            candidate(),
            form(Optional.of("姓名 张三 专业技术职称 研究员 出生日期 1975年6月15日\n"), marks(candidate(), 1)));
    assertThat(found)
        .extracting(Finding::code, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_MISMATCH, "专业技术职称"));
  }

  @Test
  void leavesTheCodesOfAnotherCallAlone() {
    PageMark other =
        new PageMark(
            new cn.baosong.core.call.CallId("another"),
            "RX-2020-0001",
            1,
            1,
            "A".repeat(PageMark.DIGEST),
            List.of());
    assertThat(scanned(candidate(), List.of(new SeenMark(1, other))))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
  }

  @Test
  void takesTheMailRoomsLatestScanBeforeWhatIsEnclosed() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    List<SeenMark> altered = marks(candidate().with("专业技术职称", "研究员"), 1);
    office.mail("2020-03-20T09:00:00").of(candidate().files(form(Optional.empty(), altered)));
    office.scan("2020-03-22T09:00:00", form(Optional.empty(), altered));
    office.scan("2020-03-24T09:00:00", form(Optional.empty(), marks(candidate(), 1)));
    assertThat(told(office)).isEmpty();

    office.scan("2020-03-25T09:00:00", form(Optional.empty(), altered));
    assertThat(told(office))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_MISMATCH, Outcome.REFER, "专业技术职称"));
  }

  @Test
  void joinsThePagesOfOnePrintingThatWereScannedApart() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    List<SeenMark> marks = marks(candidate(), 2);
    office.mail("2020-03-20T09:00:00").of(candidate());
    office.scan("2020-03-22T09:00:00", form(Optional.empty(), marks.subList(0, 1)));
    assertThat(told(office)).extracting(Finding::observed).containsExactly("第2页（共2页）");

    office.scan("2020-03-23T09:00:00", form(Optional.empty(), marks.subList(1, 2)));
    assertThat(told(office)).isEmpty();
  }

  @Test
  void neverCancelsNorReturnsAnyoneForACode() {
    CallFixture strict =
        Windows.shanxi2020()
            .paper(
                new PaperPolicy(
                    Mode.SCAN,
                    Windows.shanxi2020().make().paper().compared(),
                    Windows.shanxi2020().make().paper().consistency(),
                    PaperPolicy.Mismatch.PROPOSE_CANCELLATION,
                    false,
                    15));
    OfficeFixture office = new OfficeFixture(strict);
    CandidateFixture altered =
        candidate().with("姓名", "李四").with("专业技术职称", "讲师").with("出生日期", "1980年1月1日");
    office
        .mail("2020-03-20T09:00:00")
        .of(candidate().files(form(Optional.empty(), marks(altered, 1))));
    assertThat(office.assess().findings())
        .filteredOn(f -> f.code() == FindingCode.PAPER_MISMATCH && f.isTold())
        .isNotEmpty()
        .extracting(Finding::outcome)
        .containsOnly(Outcome.REFER);
  }

  private List<Finding> scanned(CandidateFixture sent, List<SeenMark> marks) {
    return told(sent, form(Optional.empty(), marks));
  }

  private List<Finding> told(CandidateFixture sent, Document form) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(sent.files(form));
    return told(office);
  }

  private List<Finding> told(OfficeFixture office) {
    return office.check(check).stream().filter(Finding::isTold).toList();
  }

  private static Document form(Optional<String> text, List<SeenMark> marks) {
    return new Document(
        "01-张三/登记表.pdf", 1000, new Digest("f".repeat(64)), Optional.of(1), text, marks);
  }

  /** The codes of a form that was printed when the candidate's data were these. */
  private static List<SeenMark> marks(CandidateFixture printed, int pages) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-20T09:00:00").of(printed);
    UnitCase facts = office.facts();
    Call call = facts.call();
    Dossier dossier = facts.dossiers().get(0);
    Fingerprint print = Fingerprint.of(call, dossier.form(), OfficeFixture.DIFFERENCES);
    String reference = Fingerprint.draft(dossier.candidate()).orElseThrow();
    return java.util.stream.IntStream.rangeClosed(1, pages)
        .mapToObj(n -> new SeenMark(n, print.page(reference, n, pages)))
        .toList();
  }
}
