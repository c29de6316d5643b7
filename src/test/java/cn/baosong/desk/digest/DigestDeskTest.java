package cn.baosong.desk.digest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Act;
import cn.baosong.desk.MovedClock;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.digest.DigestPost.NotSent;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestDeskTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Map<String, List<Event>> journal = new HashMap<>();
  private final List<String> left = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final MovedClock hands = new MovedClock(Instant.parse("2020-03-15T23:59:00Z"));
  private boolean refused;
  private Runnable meanwhile = () -> {};

  /** The journal is all that an office keeps of it: a new desk is a restarted office. */
  private DigestDesk desk() {
    Records records =
        (Records)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Records.class},
                (proxy, method, asked) -> {
                  Map<String, List<Event>> found = new HashMap<>(journal);
                  found.keySet().retainAll((Collection<?>) asked[0]);
                  return found;
                });
    return new DigestDesk(
        () -> List.copyOf(troubles),
        this::post,
        new DigestDesk.Books(records, this::note, new Turns()),
        new DigestDesk.Rule(
            List.of("ops@example.org", "duty@example.org"), LocalTime.of(8, 0), ZONE),
        hands,
        hands);
  }

  /** As all that use one database know them. */
  private final class Turns implements DigestTurns {
    @Override
    public boolean take(LocalDate day, String address) {
      return taken.add(day + address);
    }

    @Override
    public void giveBack(LocalDate day, String address) {
      taken.remove(day + address);
    }
  }

  private void note(String subject, Act act) {
    journal
        .computeIfAbsent(subject, s -> new ArrayList<>())
        .add(new Event(Optional.empty(), hands.instant(), subject, act));
  }

  private void post(String address, LocalDate day, String subject, String text) throws NotSent {
    if (refused && address.startsWith("duty")) {
      throw new NotSent("535 authentication failed", new IllegalStateException());
    }
    meanwhile.run();
    left.add(address + " " + subject + " " + text.contains("网络不通"));
  }

  private void after(Duration time) {
    hands.move(time);
  }

  @Test
  void saysOnceADayAtItsHourThatAllIsWell() {
    DigestDesk desk = desk();
    desk.look();
    assertThat(left).as("a minute before eight").isEmpty();
    after(Duration.ofMinutes(1));
    desk.look();
    desk.look();
    desk().look();
    assertThat(left)
        .containsExactly(
            "ops@example.org 报送日报 2020-03-16：一切正常 all well false",
            "duty@example.org 报送日报 2020-03-16：一切正常 all well false");
    after(Duration.ofDays(1));
    desk.look();
    assertThat(left).hasSize(4);
  }

  /** Neither has entered yet that it left when the other looks. */
  @Test
  void leavesOnceThoughTwoOfficesLookAtTheSameMoment() {
    after(Duration.ofMinutes(1));
    DigestDesk other = desk();
    meanwhile = other::look;
    desk().look();
    meanwhile = () -> {};
    other.look();
    assertThat(left).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void namesWhatIsBrokenAndDoublesNothingWhenTheServerFailsHalfWay() {
    troubles.add(new Trouble("渠道 office/INBOX 有故障：网络不通", "Channel office/INBOX has failed"));
    refused = true;
    after(Duration.ofHours(1));
    DigestDesk desk = desk();
    desk.look();
    assertThat(left).containsExactly("ops@example.org 报送日报 2020-03-16：1 项要处理 to be seen to true");
    assertThat(desk.failure().orElseThrow().why()).contains("535");

    refused = false;
    desk.look();
    assertThat(left).as("it rests a while").hasSize(1);
    after(Duration.ofMinutes(6));
    desk().look();
    assertThat(left).hasSize(2);
    assertThat(left.get(1)).startsWith("duty@example.org");
    desk.look();
    assertThat(desk.failure()).isEmpty();
    assertThat(left).hasSize(2);
  }
}
