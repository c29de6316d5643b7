package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class QuietSessionsTest {
  private final AtomicInteger written = new AtomicInteger();
  private final QuietSessions<MapSession> sessions =
      new QuietSessions<>(
          new MapSessionRepository(new ConcurrentHashMap<>()) {
            @Override
            public void save(MapSession session) {
              written.incrementAndGet();
              super.save(session);
            }
          });

  /** One request of the browser. */
  private void asks(String id, Instant now) {
    var session = Objects.requireNonNull(sessions.findById(id));
    session.setLastAccessedTime(now);
    sessions.save(session);
  }

  @Test
  void writesALogInOnceAMinuteHoweverOftenItsPageAsks() {
    var session = sessions.createSession();
    sessions.save(session);
    Instant begun = session.getLastAccessedTime();
    for (int second = 0; second < 600; second++) {
      asks(session.getId(), begun.plusSeconds(second));
    }
    assertThat(written).hasValue(1 + 9);
    assertThat(Objects.requireNonNull(sessions.findById(session.getId())).getLastAccessedTime())
        .isEqualTo(begun.plus(Duration.ofMinutes(9)));
  }

  @Test
  void writesAtOnceWhatChanges() {
    var session = sessions.createSession();
    sessions.save(session);
    var later = Objects.requireNonNull(sessions.findById(session.getId()));
    later.setAttribute("who", "clerk1");
    sessions.save(later);
    sessions.save(later);
    assertThat(written).hasValue(2);
    assertThat(
            Objects.requireNonNull(sessions.findById(session.getId())).<String>getAttribute("who"))
        .isEqualTo("clerk1");
  }
}
