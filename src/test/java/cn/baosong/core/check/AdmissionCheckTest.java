package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Part;
import cn.baosong.core.submission.Channel;
import java.util.List;
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

  private static List<Finding> found(CallFixture call, String kind, Channel channel) {
    OfficeFixture office = new OfficeFixture(call).unitOf(kind);
    office.delivery(channel, "2020-03-20T08:59:58").of(candidate());
    return office.check(new AdmissionCheck());
  }
}
