package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Channel;
import cn.baosong.demo.MailDoor;
import cn.baosong.demo.Season;
import cn.baosong.demo.Season.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

@ActiveProfiles("demo")
class DemoJourneyTest extends RunningOffice {
  @Autowired Season season;
  @Autowired MailDoor mailbox;

  @DynamicPropertySource
  static void somewhen(DynamicPropertyRegistry registry) {
    at("2020-01-01T09:00:00+08:00", registry);
    registry.add("demo.imap-port", () -> TestSocketUtils.findAvailableTcpPort());
    registry.add("demo.ftp-port", () -> TestSocketUtils.findAvailableTcpPort());
    registry.add("demo.sftp-port", () -> TestSocketUtils.findAvailableTcpPort());
    registry.add("demo.smtp-port", () -> TestSocketUtils.findAvailableTcpPort());
  }

  @Test
  void showsANewcomerEveryKindOfDecisionAsTheCasesOfTheCallsSay() {
    await().atMost(PATIENCE.multipliedBy(4)).until(season::isOver);
    assertThat(season.outcomes())
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(o -> assertThat(o.states()).containsExactly(o.scene().expected()));
    assertThat(season.outcomes())
        .extracting(Outcome::states)
        .contains(Set.of("ACCEPTED"), Set.of("RETURNED"), Set.of("REJECTED"), Set.of("IN_REVIEW"));
    assertThat(season.outcomes()).extracting(o -> o.scene().at()).isSorted();
    assertThat(season.outcomes())
        .flatExtracting(o -> o.scene().mailedBy().stream().toList())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            unit -> await().atMost(PATIENCE).until(() -> mailbox.letters(unit), n -> n >= 2));
    assertThat(submissions.arrivals(Channel.FTP)).isGreaterThanOrEqualTo(3);
    assertThat(submissions.arrivals(Channel.SFTP)).isGreaterThanOrEqualTo(3);
  }
}
