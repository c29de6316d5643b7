package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormCheckTest {

  @Test
  void asksForARequiredFieldThatIsBlank() {
    assertThat(found(candidate().with("专业技术职称", " ")))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.FORM_INVALID, Outcome.CORRECT, "专业技术职称"));
  }

  @Test
  void asksForANumberWhoseCheckCharacterIsWrong() {
    String sound = CandidateFixture.identity("19750615", 1);
    String wrong = sound.substring(0, 17) + (sound.endsWith("1") ? "2" : "1");

    assertThat(found(candidate().with("身份证件号码", wrong)))
        .extracting(Finding::outcome, Finding::rule)
        .containsExactly(tuple(Outcome.CORRECT, "身份证件号码"));
  }

  @Test
  void suspectsTheSpreadsheetWhenTheLastDigitsAreZeros() {
    List<Finding> found = found(candidate().with("身份证件号码", "999999197506151000"));

    assertThat(found).extracting(Finding::outcome).containsExactly(Outcome.CORRECT);
    assertThat(found.get(0).sentence()).contains("疑为Excel精度丢失");
  }

  @Test
  void tellsTheCauseOfARuinedNumberAndNotItsPatternToo() {
    OfficeFixture office =
        new OfficeFixture(Windows.shanxi2020().form(TestForm.faulting("身份证件号码", "格式不符。")));
    office.mail("2020-03-20T09:00:00").of(candidate().with("身份证件号码", "1.40202E+17"));
    OfficeFixture sound =
        new OfficeFixture(Windows.shanxi2020().form(TestForm.faulting("专业技术职称", "格式不符。")));
    sound.mail("2020-03-20T09:00:00").of(candidate());

    assertThat(office.check(new FormCheck())).hasSize(1);
    assertThat(sound.check(new FormCheck()))
        .extracting(Finding::rule, Finding::sentence)
        .containsExactly(tuple("专业技术职称", "格式不符。"));
  }

  @Test
  void leavesANumberOfAnUncommonDocumentToAPerson() {
    assertThat(found(candidate().with("身份证件号码", "C01X00T478AB")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFER);
    assertThat(found(candidate().with("身份证件号码", "9999991975061500")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CORRECT);
    assertThat(found(candidate().with("身份证件号码", "E12345678"))).isEmpty();
  }

  @Test
  void readsALowerCaseOrFullWidthXAsSound() {
    int sequence = 1;
    while (!CandidateFixture.identity("19750615", sequence).endsWith("X")) {
      sequence++;
    }
    String number = CandidateFixture.identity("19750615", sequence);

    assertThat(found(candidate().with("身份证件号码", number.replace('X', 'x')))).isEmpty();
    assertThat(found(candidate().with("身份证件号码", number.replace('X', 'Ｘ')))).isEmpty();
  }

  @Test
  void asksForTheNumberOfNowInPlaceOfFifteenDigits() {
    assertThat(found(candidate().with("身份证件号码", "999999750615001")))
        .extracting(Finding::outcome, Finding::rule)
        .containsExactly(tuple(Outcome.CORRECT, "身份证件号码"));
  }

  @Test
  void holdsNoTypingAgainstASoundNumber() {
    int sequence = 1;
    while (!CandidateFixture.identity("19750615", sequence).endsWith("X")) {
      sequence++;
    }
    String cyrillic = CandidateFixture.identity("19750615", sequence).replace('X', '\u0425');
    OfficeFixture office =
        new OfficeFixture(Windows.shanxi2020().form(TestForm.faulting("身份证件号码", "应为18位。")));
    office.mail("2020-03-20T09:00:00").of(candidate().with("身份证件号码", cyrillic));

    assertThat(office.check(new FormCheck())).isEmpty();
  }

  @Test
  void asksAPersonWhenCardAndFormNameDifferentBirthdays() {
    assertThat(found(candidate().with("出生日期", "1975年6月16日")))
        .extracting(Finding::outcome, Finding::rule)
        .containsExactly(tuple(Outcome.REFER, "出生日期"));
  }

  @Test
  void acceptsABirthdayToTheMonthThatTheCardAgreesWith() {
    assertThat(found(candidate().with("出生日期", "1975.06"))).isEmpty();
  }

  @Test
  void asksAPersonAboutANameWithACharacterThatCouldNotBeTyped() {
    for (String name : List.of("王?", "王□", "王\uFFFD")) {
      assertThat(found(candidate(name, 1)))
          .as(name)
          .extracting(Finding::outcome, Finding::rule)
          .containsExactly(tuple(Outcome.REFER, "姓名"));
    }
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertThat(found(candidate().without("专业技术职称").with("身份证件号码", "1.40202E+17").with("姓名", "王□")))
        .hasSize(3);
  }

  private static List<Finding> found(CandidateFixture candidate) {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").of(candidate);
    return office.check(new FormCheck());
  }
}
