package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.submission.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionCheckTest {

  @Test
  void hasNothingToSayOfAUnitThatTheNoticeAddresses() {
    assertThat(found(Windows.shanxi2020(), "CITY_HR", Channel.EMAIL)).isEmpty();
  }

  @Test
  void tellsANonPublicFirmWhereToSendInsteadOfRefusingIt() {
    List<Finding> found = found(Windows.shanxi2020(), "NON_PUBLIC", Channel.EMAIL);

    assertThat(found)
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.UNIT_NOT_ADMITTED, Outcome.REFER));
    assertThat(found.get(0).sentence()).isEqualTo("请向当地人力资源和社会保障部门申报。");
  }

  @Test
  void asksAPersonAboutAKindThatTheCallDoesNotKnow() {
    assertThat(found(Windows.shanxi2020(), "", Channel.EMAIL))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.UNIT_NOT_ADMITTED, Outcome.REFER));
  }

  @Test
  void asksAPersonWhetherAKindMayDeliverUntilTheOfficeHasSettledIt() {
    String key = "kind.CITY_HR.admitted";
    CallFixture settled = Windows.shanxi2020().settled(key, "true");
    CallFixture open = Windows.shanxi2020().unsettled(key, "true", "false");

    assertThat(found(settled, "CITY_HR", Channel.EMAIL)).isEmpty();
    assertThat(found(open, "CITY_HR", Channel.EMAIL))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.UNIT_NOT_ADMITTED, Outcome.REFER));
    assertThat(found(open, "CITY_HR", Channel.EMAIL).get(0).sentence()).contains("通知未载明（?）");
    assertThat(found(open, "EDU_DEPT", Channel.EMAIL)).isEmpty();
    assertThat(found(Windows.shanxi2020().settled(key, "false"), "CITY_HR", Channel.EMAIL))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFER);
  }

  @Test
  void asksAPersonAboutAForbiddenChannelUnlessAnAdmittedOneBroughtItToo() {
    assertThat(found(Windows.shanxi2020(), "CITY_HR", Channel.FTP))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.CHANNEL_NOT_ADMITTED, Outcome.REFER));

    OfficeFixture both = new OfficeFixture(Windows.shanxi2020());
    both.mail("2020-03-20T09:00:00").receipt(Channel.FTP, "2020-03-20T10:00:00").of(candidate());
    assertThat(both.check(new AdmissionCheck())).isEmpty();
  }

  @Test
  void asksAPersonAboutADeliveryBeforeTheCallOpens() {
    CallFixture call =
        new CallFixture("x")
            .deadline(
                DeadlineFixture.of(Part.PAPER, "2020-03-31")
                    .opening("2020-03-20T09:00:00+08:00")
                    .make());

    assertThat(found(call, "CITY_HR", Channel.EMAIL))
        .extracting(Finding::code)
        .containsExactly(FindingCode.CALL_NOT_OPEN);
    OfficeFixture open = new OfficeFixture(call);
    open.mail("2020-03-20T09:00:00").of(candidate());
    assertThat(open.check(new AdmissionCheck())).isEmpty();
  }

  @Test
  void keepsWhatCameTooEarlyAndExaminesItAsOfTheOpening() {
    OfficeFixture waiting = new OfficeFixture(opening()).asOf("2020-03-19T23:59:59");
    waiting.mail("2020-03-18T09:00:00").of(candidate());
    OfficeFixture open = new OfficeFixture(opening()).asOf("2020-03-20T00:00:00");
    open.mail("2020-03-18T09:00:00").of(candidate());

    assertThat(waiting.check(new AdmissionCheck()))
        .singleElement()
        .satisfies(f -> assertThat(f.outcome()).isEqualTo(Outcome.REFER))
        .satisfies(f -> assertThat(f.sentence()).contains("2020年3月20日00:00", "不必重新报送"))
        .satisfies(f -> assertThat(f.clause().words()).contains("2020-03-31"));
    assertThat(open.check(new AdmissionCheck()))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.CALL_NOT_OPEN, Outcome.REMARK));
  }

  @Test
  void takesWhatComesAtTheVeryOpening() {
    OfficeFixture before = new OfficeFixture(opening());
    before.mail("2020-03-19T23:59:59").of(candidate());
    OfficeFixture at = new OfficeFixture(opening());
    at.mail("2020-03-20T00:00:00").of(candidate());

    assertThat(before.check(new AdmissionCheck())).hasSize(1);
    assertThat(at.check(new AdmissionCheck())).isEmpty();
  }

  @Test
  void asksForNoOpeningOfAnotherChannelOrKind() {
    CallFixture call =
        opening()
            .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31").through("web").make())
            .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31").binding("EDU").make());
    OfficeFixture web = new OfficeFixture(call);
    web.delivery(Channel.WEB, "2020-03-01T09:00:00").of(candidate());
    OfficeFixture edu = new OfficeFixture(call).unitOf("EDU");
    edu.mail("2020-03-01T09:00:00").of(candidate());

    assertThat(web.check(new AdmissionCheck())).isEmpty();
    assertThat(edu.check(new AdmissionCheck())).isEmpty();
  }

  @Test
  void keepsAParcelThatCameBeforeThePaperIsTaken() {
    CandidateFixture sent = candidate();
    CallFixture call =
        new CallFixture("x")
            .mode(Mode.PARCEL)
            .deadline(
                DeadlineFixture.of(Part.PAPER, "2020-03-31").opening("2020-03-20 09:00").make());
    OfficeFixture office = new OfficeFixture(call).asOf("2020-03-19T10:00:00");
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(PaperFixture.handedIn("2020-03-19T09:00:00").naming(sent));

    assertThat(office.check(new AdmissionCheck()))
        .extracting(Finding::code, Finding::outcome, Finding::dossier)
        .containsExactly(
            tuple(FindingCode.CALL_NOT_OPEN, Outcome.REFER, Optional.of(sent.number())));
  }

  @Test
  void asksAPersonAboutAParcelByAForbiddenWayUnlessAnotherCameByAnAdmittedOne() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(courierOnly());
    office.mail("2020-03-20T09:00:00").of(sent);
    office.paper(PaperFixture.handedIn("2020-03-20T10:00:00").naming(sent));

    assertThat(office.check(new AdmissionCheck()))
        .singleElement()
        .satisfies(f -> assertThat(f.code()).isEqualTo(FindingCode.CHANNEL_NOT_ADMITTED))
        .satisfies(f -> assertThat(f.outcome()).isEqualTo(Outcome.REFER))
        .satisfies(f -> assertThat(f.sentence()).contains("现场递交"));

    office.paper(PaperFixture.couriered("2020-03-20", "2020-03-21T10:00:00").naming(sent));
    assertThat(office.check(new AdmissionCheck())).isEmpty();
  }

  private static CallFixture courierOnly() {
    return new CallFixture("x")
        .mode(Mode.PARCEL)
        .forbidding("post", "counter")
        .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").make());
  }

  private static CallFixture opening() {
    return new CallFixture("x")
        .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31").opening("2020-03-20").make());
  }

  private static List<Finding> found(CallFixture call, String kind, Channel channel) {
    OfficeFixture office = new OfficeFixture(call).unitOf(kind);
    office.delivery(channel, "2020-03-20T08:59:58").of(candidate());
    return office.check(new AdmissionCheck());
  }
}
