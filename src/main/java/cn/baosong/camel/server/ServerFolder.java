package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.MailFolders;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of a server between two looks: what it holds, when it was seen, what is wrong. */
final class ServerFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

  private final ServerPlace place;
  private final ServerWatch watch;
  private final ServerLooks looks;
  private final LettingGo letting;
  private final ServerClock clock;
  private final ServerProbing probing;
  private final Optional<TransferLog> log;
  private final Clock machine;
  private volatile Optional<String> root = Optional.empty();
  private volatile Optional<Instant> lastBrought;
  private volatile Optional<String> unread = Optional.empty();
  private volatile ServerWalk.Walked last =
      new ServerWalk.Walked(List.of(), 0, false, List.of(), List.of());

  ServerFolder(ServerPlace place, Servers.Office office) {
    this.place = place;
    this.machine = office.machine();
    this.clock = new ServerClock(office.machine());
    this.probing = new ServerProbing(place, office.probes());
    this.log = place.log().map(told -> new TransferLog(told.where(), new LogLines(told.zone())));
    this.letting = new LettingGo(place);
    this.looks = new ServerLooks(this, office.memory(), machine);
    MailFolders.Looked before = office.memory().looked(this);
    this.lastBrought = before.brought();
    this.watch =
        new ServerWatch(
            place, keys -> office.ledger().unknown(place.channel(), keys), before.cleared());
  }

  ServerPlace place() {
    return place;
  }

  ServerLooks looks() {
    return looks;
  }

  ServerWatch watch() {
    return watch;
  }

  /** A look: what is to be fetched, the oldest first. */
  List<ServerFile> look(Line line) {
    try {
      letting.putBackWhatGrew(line, root(line), machine.instant());
      if (place.probe()) {
        clock.measure(line, root(line));
        probing.upload(line, root(line));
      }
      Instant asked = machine.instant();
      ServerWalk.Walked walked = new ServerWalk(line, place, root(line)).walk();
      watch.regard(walked, (path, entry) -> exactly(line, path, entry), asked, machine.instant());
      last = walked;
      probing.found(line, root(line), walked.probes());
      letGo(line, watch.registered(Load.FILES, file -> letting.isDue(file, machine.instant())));
      Load load = watch.next(machine.instant());
      looks.succeeded(load.more());
      return load.files();
    } catch (IOException | RuntimeException failure) {
      line.drop();
      looks.cause(failure);
      throw new GenericFileOperationFailedException(failure.getMessage(), failure);
    }
  }

  private Optional<Instant> exactly(Line line, String path, Entry entry) throws IOException {
    if (line.listsExactTimes()) {
      return entry.modified();
    }
    try {
      return line.stat(root(line) + "/" + path).modified().or(entry::modified);
    } catch (Line.Refusal gone) {
      return entry.modified();
    }
  }

  /** Asked once, before anything else was entered; empty where the account logs in at the top. */
  private String root(Line line) throws IOException {
    if (root.isEmpty()) {
      root = Optional.of(ServerNames.joined(line.home(), place));
    }
    return root.get();
  }

  String path(Line line, ServerFile file) throws IOException {
    return root(line) + "/" + file.path();
  }

  /** Whether the server shows the version that the look found. */
  boolean isStill(Line line, ServerFile file) throws IOException {
    Entry.Stat now = line.stat(path(line, file));
    boolean sized = now.size() < 0 || now.size() == file.size();
    return sized && (now.modified().isEmpty() || now.modified().equals(file.modified()));
  }

  ServerProbing probing() {
    return probing;
  }

  /** What the server's own log says of a file, by our clock. */
  Stamp stamp(Line line, ServerFile file) {
    if (log.isEmpty()) {
      return new Stamp(Optional.empty(), clock.offset());
    }
    try {
      Optional<Interval> at = Optional.empty();
      for (ServerFile one : file.singles()) {
        Optional<Interval> own =
            log.get().of(line, logged(line, one), one.size(), machine.instant());
        if (own.isEmpty()) {
          return new Stamp(own, clock.offset());
        }
        Optional<Interval> before = at;
        at =
            own.filter(o -> before.isEmpty() || o.latest().isAfter(before.get().latest()))
                .or(() -> before);
      }
      unread = Optional.empty();
      boolean theirs = log.get().isRemote();
      return new Stamp(
          at.map(one -> theirs ? clock.offset().map(o -> o.ours(one)).orElse(one) : one),
          clock.offset());
    } catch (IOException | RuntimeException failed) {
      LOG.info("{}: transfer log: {}", place.title(), failed.toString());
      unread = Optional.of("服务器的传输日志读不出，到达时间只有两次查看之间的区间");
      return new Stamp(Optional.empty(), clock.offset());
    }
  }

  /** The names under which the log may know it; a renamed upload is logged as it was uploaded. */
  private List<String> logged(Line line, ServerFile file) throws IOException {
    String path =
        place
                .log()
                .flatMap(ServerPlace.Log::root)
                .map(at -> ServerNames.raw(at, place.habits()))
                .orElse(root(line))
            + "/"
            + file.path();
    return Stream.concat(Stream.of(path), EntryNames.unfinished(path)).toList();
  }

  /**
   * When a file came.
   *
   * @param logged by the server's own log
   * @param offset of the server's clock
   */
  record Stamp(Optional<Interval> logged, Optional<ServerClock.Offset> offset) {}

  void cut(ServerFile file, long read, Exception why) {
    LOG.info("{}: cut at byte {}, reading on: {}", place.title(), read, why.getClass().getName());
  }

  /** The barrier has made it durable: the next look lets go of it; the line is another's now. */
  void settled(ServerFile file) {
    lastBrought = Optional.of(machine.instant());
    watch.settled(file);
  }

  private void letGo(Line line, List<ServerFile> files) throws IOException {
    for (ServerFile file : files) {
      if (letting.letGo(line, root(line), file, machine.instant())) {
        watch.gone(file);
      }
    }
  }

  void failed(ServerFile file, @Nullable Throwable why) {
    if (ObjectHelper.getException(WholeFile.Changed.class, why) != null) {
      watch.changed(file);
    } else {
      boolean refused = ObjectHelper.getException(Line.Refusal.class, why) != null;
      String words = refused ? "服务器不让取（被占用、无权限或已移走），稍后再取" : "登记失败，稍后再取";
      watch.failed(file, machine.instant(), words);
    }
  }

  /** When the last file was registered, in real time. */
  Optional<Instant> lastBrought() {
    return lastBrought;
  }

  Instant now() {
    return machine.instant();
  }

  int junk() {
    return last.junk();
  }

  /** What a person should know of the folder. */
  List<String> alerts() {
    return Stream.of(
            last.alerts().stream(),
            letting.trouble().stream(),
            clock.trouble().stream(),
            unread.stream())
        .flatMap(told -> told)
        .toList();
  }
}
