package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.PaperFixture.couriered;
import static cn.baosong.core.check.PaperFixture.handedIn;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.check.TimeVerdict.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of time that involves paper (domain.md 9 and 2.4, faults.md T), days ending at 24:00 in
 * Asia/Shanghai. The electronic half came long before unless the row says when.
 */
class PaperTimingTableTest {

  @ParameterizedTest(name = "{0}: {2} {3} {4}")
  @CsvSource({
    // row, window, way, postmark, received, outcome
    "T01 posted on the last day,            sx2020, post,      2020-03-31, 2020-04-08T10:00:00, ON_TIME",
    "T02 posted a day late,                 sx2020, post,      2020-04-01, 2020-04-02T10:00:00, LATE",
    "T02 by one person only,                sx2020, alone,     2020-04-01, 2020-04-02T10:00:00, UNDETERMINED",
    "T04 picked up on the last day,         sx2020, courier,   2020-03-31, 2020-04-02T10:00:00, UNDETERMINED",
    "T09 arrives 12 days later,             sx2020, post,      2020-03-31, 2020-04-12T10:00:00, ON_TIME",
    "T09 nobody can read the postmark,      sx2020, illegible, 2020-03-31, 2020-04-12T10:00:00, UNDETERMINED",
    "T09 unreadable but here in time,       sx2020, illegible, 2020-03-31, 2020-03-31T23:59:58, ON_TIME",
    "A07 handed in where post is asked,     sx2020, counter,   '',         2020-03-31T10:00:00, UNDETERMINED",
    "T09 counter before the Sunday,         nm2017, counter,   '',         2017-04-28T16:00:00, ON_TIME",
    "T09 counter on the Sunday itself,      nm2017, counter,   '',         2017-04-30T23:59:58, ON_TIME",
    "A10 first second after the Sunday,     nm2017, counter,   '',         2017-05-01T00:00:01, UNDETERMINED",
    "T10 first working day after it,        nm2017, counter,   '',         2017-05-02T10:00:00, UNDETERMINED",
    "T10 its last second,                   nm2017, counter,   '',         2017-05-02T23:59:58, UNDETERMINED",
    "T11 the day after that,                nm2017, counter,   '',         2017-05-03T00:00:01, LATE",
    "T13 in the afternoon of the last day,  dt2020, counter,   '',         2020-12-15T17:00:00, ON_TIME",
    "T13 the last second of it,             dt2020, counter,   '',         2020-12-15T23:59:58, ON_TIME",
    "24:00 exactly is a person's,           dt2020, counter,   '',         2020-12-16T00:00:00, UNDETERMINED",
    "T13 the day after,                     dt2020, counter,   '',         2020-12-16T09:00:00, LATE",
    "T14 three days late at the city,       yq2023, counter,   '',         2023-04-03T09:00:00, LATE",
    "T08 the same parcel at the province,   sx2023, counter,   '',         2023-04-03T09:00:00, ON_TIME",
    "T08 the city's last day,               yq2023, counter,   '',         2023-03-31T23:59:58, ON_TIME",
    "T15 the province's last second,        sx2023, counter,   '',         2023-04-21T23:59:58, ON_TIME",
    "T15 exactly 24:00,                     sx2023, counter,   '',         2023-04-22T00:00:00, UNDETERMINED",
    "T15 a second after it,                 sx2023, counter,   '',         2023-04-22T00:00:01, LATE",
  })
  void judgesEachRow(
      String row, String window, String way, String postmark, String received, Value expected) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(window(window));
    office.mail("2017-01-10T09:00:00").of(sent);
    office.paper(parcel(way, postmark, received).naming(sent));

    assertThat(office.verdict(sent)).as(row).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "T16 both in time,                sm2023, 2023-10-14T22:00:00, 2023-10-13T10:00:00, ON_TIME",
    "T18 both after every reading,    sm2023, 2023-10-17T10:00:00, 2023-10-17T10:00:00, LATE",
    "T12 mail in time and paper late, sm2023, 2023-10-14T10:00:00, 2023-10-20T10:00:00, UNDETERMINED",
    "T12 paper in time and mail late, sm2023, 2023-10-20T10:00:00, 2023-10-13T10:00:00, UNDETERMINED",
  })
  void judgesBothHalves(String row, String window, String mail, String received, Value expected) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(window(window)).unitOf("LEAGUE_HR");
    office.mail(mail).of(sent);
    office.paper(handedIn(received).naming(sent));

    assertThat(office.verdict(sent)).as(row).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "T06 F8 posted in time and mailed after, 2020-04-01T00:00:01, 2020-03-30, ON_TIME",
    "T07 F9 mailed in time and posted after, 2020-03-30T09:00:00, 2020-04-02, LATE",
  })
  void holdsThePostmarkWhereTheNoticeSaysSo(
      String row, String mail, String postmark, Value expected) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail(mail).of(sent);
    office.paper(posted(postmark, "2020-04-03T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).as(row).isEqualTo(expected);
  }

  /**
   * T05 and F10: the window closes by itself, into a person's hands, however long nothing comes.
   */
  @Test
  void closesTheWaitingWindowByItselfIntoAPersonsTaskAndRefusesNobody() {
    for (String asOf :
        List.of(
            "2020-03-31T23:59:59",
            "2020-04-15T23:59:59",
            "2020-04-16T00:00:01",
            "2020-12-31T09:00:00",
            "2030-01-01T09:00:00")) {
      OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf(asOf);
      office.mail("2020-03-31T23:59:59").of(candidate());
      boolean closed = asOf.compareTo("2020-04-16") > 0;

      assertThat(office.check(new TimeCheck()))
          .as(asOf)
          .isNotEmpty()
          .allMatch(f -> f.code() == FindingCode.PAPER_NOT_RECEIVED)
          .allMatch(f -> f.outcome() == (closed ? Outcome.REFER : Outcome.REMARK));
    }
  }

  private static PaperFixture parcel(String way, String postmark, String received) {
    return switch (way) {
      case "post" -> posted(postmark, received);
      case "alone" -> posted(postmark, received).unconfirmed();
      case "illegible" -> posted(postmark, received).illegible();
      case "courier" -> couriered(postmark, received);
      default -> handedIn(received);
    };
  }

  private static CallFixture window(String name) {
    return switch (name) {
      case "sx2020" -> Windows.shanxi2020();
      case "nm2017" -> Windows.innerMongolia2017();
      case "dt2020" -> Windows.datong2020().mode(Mode.PARCEL);
      case "yq2023" -> Windows.yangquan2023().mode(Mode.PARCEL);
      case "sm2023" -> Windows.innerMongolia2023();
      default -> Windows.shanxi2023().mode(Mode.PARCEL);
    };
  }
}
