package cn.baosong.camel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Act;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailFolderTest {
  private static final Mailbox BOX =
      new Mailbox(
          "office",
          Mailbox.Kind.IMAPS,
          "imap.example.cn",
          "office",
          List.of(),
          Duration.ofSeconds(30),
          0,
          Mailbox.After.NOTHING,
          Optional.empty(),
          false,
          Optional.empty());

  /** P6: on a slow line a mail may come between the question and the end of its answer. */
  @Test
  void countsAMailFromTheQuestionThatDidNotTellOfIt() {
    MovedClock clock = new MovedClock(Instant.parse("2020-04-10T15:59:00Z"));
    MailFolder folder =
        new MailFolder(BOX, "INBOX", false, new MailMemory(new NoMemory(), at -> at), clock);
    folder.opened("7");
    Instant asked = clock.instant();
    folder.asking();
    clock.move(Duration.ofSeconds(90));
    folder.listed(List.of(), Set::copyOf, probes -> 0);
    clock.move(Duration.ofSeconds(30));
    folder.asking();
    folder.listed(List.of("1"), Set::copyOf, probes -> 0);
    assertThat(folder.next())
        .extracting(Sighting::before, Sighting::seen)
        .containsExactly(tuple(Optional.of(asked), clock.instant()));
  }

  /** An office that looks for the first time. */
  private static final class NoMemory implements MailFolders {
    @Override
    public Looked looked(String mailbox, String folder) {
      return Looked.NEVER;
    }

    @Override
    public void looked(String mailbox, String folder, Instant at, boolean cleared) {}

    @Override
    public void brought(String mailbox, String folder, Instant at) {}

    @Override
    public boolean hold(String mailbox, String folder, String holder, Duration lease) {
      return true;
    }

    @Override
    public void release(String holder) {}

    @Override
    public Optional<Outage> lasting(String source) {
      return Optional.empty();
    }

    @Override
    public List<Outage> outages(int most) {
      return List.of();
    }

    @Override
    public void save(Outage outage, Act act) {}
  }
}
