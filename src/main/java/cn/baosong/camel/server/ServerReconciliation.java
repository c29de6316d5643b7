package cn.baosong.camel.server;

import cn.baosong.desk.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** 对账 of the servers: per folder what it holds, what of that is registered, and what is not. */
public final class ServerReconciliation implements Reconciliation {
  private static final int NAMED = 200;

  /** Looks that may fail before nobody can say that a source lives. */
  private static final int PATIENCE = 10;

  private static final Duration SHORTEST_UNSEEN = Duration.ofMinutes(5);

  private final Servers servers;
  private final UnaryOperator<Instant> officeTime;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   */
  public ServerReconciliation(Servers servers, UnaryOperator<Instant> officeTime) {
    this.servers = servers;
    this.officeTime = officeTime;
  }

  @Override
  public List<Source> sources() {
    return servers.folders().stream().map(this::source).toList();
  }

  private Source source(ServerFolder folder) {
    List<ServerWatch.Missing> missing = folder.watch().missing(folder.now());
    List<Item> items = new ArrayList<>();
    folder.alerts().forEach(alert -> items.add(new Item("", alert, Optional.empty())));
    missing.stream().limit(NAMED).map(this::item).forEach(items::add);
    return new Source(
        folder.place().title(),
        folder.place().channel(),
        folder.looks().last().map(officeTime),
        folder.looks().trouble().map(ServerTrouble::chinese).or(() -> told(missing)),
        folder.watch().held() - missing.stream().filter(ServerWatch.Missing::underway).count(),
        folder.watch().held() - missing.size(),
        items,
        line(folder));
  }

  private Line line(ServerFolder folder) {
    Duration unseen = folder.place().poll().multipliedBy(PATIENCE);
    return new Line(
        folder.looks().trouble().map(ServerTrouble::kind),
        folder.looks().failures(),
        folder.place().account().isOpen(),
        0,
        unseen.compareTo(SHORTEST_UNSEEN) > 0 ? unseen : SHORTEST_UNSEEN,
        folder.lastBrought().map(officeTime),
        Optional.of(folder.place().title()).filter(title -> folder.place().probe()));
  }

  private static Optional<String> told(List<ServerWatch.Missing> missing) {
    long failing = missing.stream().filter(one -> one.tries() > 0).count();
    long resting = missing.stream().filter(ServerWatch.Missing::resting).count();
    if (failing > 0) {
      return Optional.of(failing + " 个文件取不下来，见清单");
    }
    return resting > 0 ? Optional.of(resting + " 个文件上传未完成，已久无动静，见清单") : Optional.empty();
  }

  private Item item(ServerWatch.Missing one) {
    String tried = one.tries() == 0 ? "" : "（已试 " + one.tries() + " 次）";
    return new Item(
        one.file().name(),
        one.reason() + tried,
        Optional.of(officeTime.apply(one.file().seen())),
        Optional.of(one.file().key()),
        one.tries(),
        Optional.empty(),
        one.underway());
  }

  @Override
  public boolean refetch(String source, String key) {
    for (ServerFolder folder : servers.folders()) {
      if (folder.place().title().equals(source) && folder.watch().retry(key)) {
        folder.looks().hurry();
        return true;
      }
    }
    return false;
  }

  /** Files of a source that are not registered. */
  public long backlog(String source) {
    return named(source).mapToLong(f -> f.watch().missing(f.now()).size()).sum();
  }

  /** How long ago the last look at a source succeeded; not a number before the first. */
  public double secondsUnseen(String source, Instant now) {
    return named(source)
        .flatMap(folder -> folder.looks().last().stream())
        .mapToDouble(last -> Duration.between(officeTime.apply(last), now).toSeconds())
        .findFirst()
        .orElse(Double.NaN);
  }

  private Stream<ServerFolder> named(String source) {
    return servers.folders().stream().filter(folder -> folder.place().title().equals(source));
  }
}
