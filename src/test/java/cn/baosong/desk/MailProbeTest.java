package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailProbeTest {
  private static final MailProbe PROBE =
      new MailProbe(UUID.randomUUID().toString(), "0".repeat(64));

  @Test
  void isReadAsItIsWrittenHoweverItWasFolded() {
    assertThat(MailProbe.of(PROBE.field())).contains(PROBE);
    assertThat(MailProbe.of(PROBE.field().replace("; ", ";\t"))).contains(PROBE);
    assertThat(MailProbe.of(PROBE.field() + "; x")).isEmpty();
    assertThat(MailProbe.of("; token=")).isEmpty();
  }

  @Test
  void isNamedByTheMessageIdThatAReportOfItsLossRepeats() {
    String id = PROBE.id();
    assertThat(MailProbe.idOf(MailProbe.messageId(id, "intake.test") + " ")).contains(id);
    assertThat(MailProbe.idOf("<baosong." + id + "@intake.test>")).isEmpty();
  }

  @Test
  void isAProbeOnlyWhenItsBodyIsNothingElse() {
    assertThat(PROBE.isAll(PROBE.text() + "\r\n")).isTrue();
    assertThat(PROBE.isAll(PROBE.text() + "推荐材料")).isFalse();
    assertThat(PROBE.isAll("")).isFalse();
  }
}
