package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mismatch;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.SeenMark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form whose code is intact, and what a machine read in its cells (faults.md A14). */
class PaperOcrTest {
  private static final String TITLE = "专业技术职称";
  private final PaperCheck check = new PaperCheck(OfficeFixture.DIFFERENCES);

  @Test
  void isContentWithWhatItReadsAsTheElectronicFormHasItHoweverUnsureItIs() {
    assertThat(told(Mismatch.CORRECT, read(TITLE, "教 授", 0.31))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mismatch.class)
  void leavesADifferenceThatItIsSureOfToAPersonWhateverTheNoticeSays(Mismatch stated) {
    assertThat(told(stated, read(TITLE, "研究员", 0.95)))
        .extracting(Finding::code, Finding::outcome, Finding::rule, Finding::place)
        .containsExactly(
            tuple(FindingCode.PAPER_MISMATCH, Outcome.REFER, TITLE, "scan.pdf 第1页识别（95%）"));
  }

  @ParameterizedTest
  @EnumSource(Mismatch.class)
  void neverCallsADifferenceWhatItIsNotSureOf(Mismatch stated) {
    assertThat(told(stated, read(TITLE, "研究员", 0.89)))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER, TITLE));
  }

  @Test
  void neverCallsADifferenceWhatTwoLooksReadOtherwise() {
    FieldReading torn =
        new FieldReading(
            TITLE, "研究员", Optional.of("教受"), 0.97, 1, new Area(0, 0, 1, 1), "0", false);
    assertThat(told(Mismatch.CORRECT, read(torn)))
        .extracting(Finding::code)
        .containsExactly(FindingCode.PAPER_UNREADABLE);
  }

  @Test
  void saysOfAnEmptyCellThatItCouldNotBeRead() {
    assertThat(told(Mismatch.CORRECT, read(TITLE, "", 0)))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER));
  }

  @ParameterizedTest
  @EnumSource(
      value = PaperReading.State.class,
      names = {"READ", "KEY_IN"})
  void leavesToAPersonWhatAPenWentOverThoughItReadsAsTheElectronicFormHasIt(
      PaperReading.State state) {
    PaperReading reading = new PaperReading(state, "", List.of(penned(TITLE, "教授")), List.of());
    assertThat(told(Mismatch.CORRECT, Optional.of(reading)))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER, TITLE));
    assertThat(told(Mismatch.CORRECT, Optional.of(reading)))
        .extracting(Finding::sentence)
        .singleElement()
        .asString()
        .contains("可能有手写改动");
  }

  @Test
  void leavesToAPersonWhatAPenWroteIntoACellThatTheElectronicFormLeavesEmpty() {
    CandidateFixture untitled = candidate().with(TITLE, "");
    assertThat(told(Mismatch.CORRECT, read(penned(TITLE, "教授")), untitled))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER, TITLE));
    assertThat(told(Mismatch.CORRECT, read(TITLE, "", 0), untitled)).isEmpty();
  }

  private static FieldReading penned(String field, String value) {
    return new FieldReading(
        field, value, Optional.empty(), 0.96, 1, new Area(0, 0, 1, 1), "0", true);
  }

  @Test
  void waitsForAScanThatIsStillToBeRead() {
    assertThat(told(Mismatch.CORRECT, Optional.of(PaperReading.WAITING)))
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.PAPER_UNREADABLE, Outcome.REFER, ""));
  }

  @Test
  void goesByTheCodeWhereNobodyCouldReadTheScan() {
    assertThat(told(Mismatch.CORRECT, Optional.of(PaperReading.keyIn("没有装")))).isEmpty();
  }

  private static Optional<PaperReading> read(String field, String value, double confidence) {
    return read(
        new FieldReading(
            field, value, Optional.empty(), confidence, 1, new Area(0, 0, 1, 1), "0", false));
  }

  private static Optional<PaperReading> read(FieldReading... fields) {
    return Optional.of(
        new PaperReading(PaperReading.State.READ, "", Arrays.asList(fields), List.of()));
  }

  private List<Finding> told(Mismatch stated, Optional<PaperReading> reading) {
    return told(stated, reading, candidate());
  }

  private List<Finding> told(
      Mismatch stated, Optional<PaperReading> reading, CandidateFixture sent) {
    PaperPolicy shipped = Windows.shanxi2020().make().paper();
    OfficeFixture office =
        new OfficeFixture(
            Windows.shanxi2020()
                .paper(
                    new PaperPolicy(
                        Mode.SCAN,
                        shipped.compared(),
                        shipped.consistency(),
                        stated,
                        shipped.declaredSuffices(),
                        shipped.waitDays())));
    office.mail("2020-03-20T09:00:00").of(sent);
    UnitCase facts = office.facts();
    Dossier dossier = facts.dossiers().get(0);
    SeenMark mark =
        new SeenMark(
            1,
            Fingerprint.of(facts.call(), dossier.form(), OfficeFixture.DIFFERENCES)
                .page(dossier.number().value(), 1, 1));
    office.scan(
        "2020-03-21T10:00:00",
        new Document(
            "scan.pdf",
            900_000,
            new Digest("d".repeat(64)),
            Optional.of(1),
            Optional.empty(),
            List.of(mark)),
        reading);
    return office.check(check).stream().filter(Finding::isTold).toList();
  }
}
