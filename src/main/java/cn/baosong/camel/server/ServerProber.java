package cn.baosong.camel.server;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Probe;
import cn.baosong.desk.Prober;
import java.util.Set;
import java.util.stream.Collectors;

/** Uploads files to ourselves, where the settings let the office write. */
public final class ServerProber implements Prober {
  private final Channel channel;
  private final Servers servers;

  public ServerProber(Channel channel, Servers servers) {
    this.channel = channel;
    this.servers = servers;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Set<String> sources() {
    return servers.folders().stream()
        .map(ServerFolder::place)
        .filter(place -> place.probe() && place.channel() == channel)
        .map(ServerPlace::title)
        .collect(Collectors.toSet());
  }

  /** It is uploaded by the next look, which is the only one to speak with the server. */
  @Override
  public void send(Probe probe, String token) throws NotSent {
    ServerFolder folder =
        servers.folders().stream()
            .filter(one -> one.place().title().equals(probe.source()))
            .findFirst()
            .orElseThrow(() -> new NotSent("没有这个来源", new IllegalArgumentException("source")));
    if (folder.looks().trouble().isPresent()) {
      String why = folder.looks().trouble().get().chinese();
      throw new NotSent(why, new IllegalStateException(why));
    }
    folder.probing().send(probe, token);
  }
}
