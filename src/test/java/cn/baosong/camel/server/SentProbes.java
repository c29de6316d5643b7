package cn.baosong.camel.server;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Probe;
import cn.baosong.desk.Probes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which probes were seen. */
final class SentProbes implements Probes {
  private final List<String> seen = new CopyOnWriteArrayList<>();

  List<String> seen() {
    return seen;
  }

  @Override
  public void save(Probe probe) {}

  @Override
  public void seen(String id, Channel channel, Optional<String> key, Instant at, String place) {
    seen.add(id);
  }

  @Override
  public Optional<Probe> find(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Probe> last(String source) {
    return Optional.empty();
  }

  @Override
  public Optional<Probe> lastArrived(String source) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> waitingSince(String source, Instant after) {
    return Optional.empty();
  }

  @Override
  public void forget(Instant before) {}

  @Override
  public String seal(String text) {
    return Integer.toHexString(text.hashCode());
  }
}
