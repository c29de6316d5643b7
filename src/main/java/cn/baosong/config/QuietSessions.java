package cn.baosong.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Log-ins that are written when something of them changes, and otherwise once a minute: an open
 * page asks every second, and two hundred of them must not keep the database writing that they did.
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {
  /** Little of the half hour after which a log-in ends. */
  private static final Duration UNTOLD = Duration.ofMinutes(1);

  private final SessionRepository<S> stored;

  QuietSessions(SessionRepository<S> stored) {
    this.stored = stored;
  }

  @Override
  public Quiet<S> createSession() {
    return new Quiet<>(stored.createSession(), true);
  }

  @Override
  public void save(Quiet<S> session) {
    if (session.changed) {
      stored.save(session.session);
      session.changed = false;
    }
  }

  @Override
  public @Nullable Quiet<S> findById(String id) {
    S found = stored.findById(id);
    return found == null ? null : new Quiet<>(found, false);
  }

  @Override
  public void deleteById(String id) {
    stored.deleteById(id);
  }

  /** A log-in that knows whether it is worth writing; of one request. */
  static final class Quiet<S extends Session> implements Session {
    private final S session;
    private boolean changed;

    Quiet(S session, boolean changed) {
      this.session = session;
      this.changed = changed;
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
      changed = true;
      return session.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      changed = true;
      session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      changed = true;
      session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
      if (Duration.between(session.getLastAccessedTime(), now).compareTo(UNTOLD) >= 0) {
        changed = true;
        session.setLastAccessedTime(now);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      changed = true;
      session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return session.isExpired();
    }
  }
}
