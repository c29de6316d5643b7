package cn.baosong.camel.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the settings want done to a file that is registered: nothing, another folder, another
 * ending. Nothing is overwritten, and what a writer goes on with afterwards is put back.
 */
final class LettingGo {
  private static final Logger LOG = LoggerFactory.getLogger(LettingGo.class);
  private static final Duration WATCHED = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int MOST_WATCHED = 1000;
  private static final int NAMES = 1000;

  private final ServerPlace place;
  private final Deque<Gone> gone = new ArrayDeque<>();
  private final Map<String, Instant> refused = new HashMap<>();

  private record Gone(ServerFile file, String at, Instant until) {}

  LettingGo(ServerPlace place) {
    this.place = place;
  }

  /** Whether the settings want it to leave its place, and the server did not refuse it just now. */
  boolean isDue(ServerFile file, Instant now) {
    Instant again = refused.get(file.key());
    return place.after() != ServerPlace.After.KEEP && (again == null || !now.isBefore(again));
  }

  /**
   * Gives back whether it has left its place. One that has become another version stays: it is
   * taken as such.
   */
  boolean letGo(Line line, String root, ServerFile file, Instant now) {
    try {
      for (ServerFile one : file.singles()) {
        if (!isStill(line, root + "/" + one.path(), one)) {
          return false;
        }
      }
      for (ServerFile one : file.singles()) {
        String at = free(line, root, target(one));
        line.rename(root + "/" + one.path(), root + "/" + at);
        remember(new Gone(one, at, now.plus(WATCHED)));
      }
      refused.remove(file.key());
      return true;
    } catch (IOException | RuntimeException failed) {
      LOG.info("a file stays on its server: {}", failed.getClass().getName());
      refused.put(file.key(), now.plus(PAUSE));
      return false;
    }
  }

  private static boolean isStill(Line line, String path, ServerFile file) throws IOException {
    Entry.Stat now = line.stat(path);
    boolean sized = now.size() < 0 || now.size() == file.size();
    return sized && (now.modified().isEmpty() || now.modified().equals(file.modified()));
  }

  private String target(ServerFile file) {
    return place.after() == ServerPlace.After.MOVE
        ? place.moveTo() + "/" + file.path()
        : file.path() + "." + place.moveTo();
  }

  /** A name that nothing bears yet; its folders are made. */
  private String free(Line line, String root, String wanted) throws IOException {
    if (place.after() == ServerPlace.After.MOVE) {
      for (int end = wanted.indexOf('/'); end > 0; end = wanted.indexOf('/', end + 1)) {
        line.makeFolder(root + "/" + wanted.substring(0, end));
      }
    }
    for (int number = 1; number < NAMES; number++) {
      String name = number == 1 ? wanted : numbered(wanted, number);
      if (!line.exists(root + "/" + name)) {
        return name;
      }
    }
    throw new IOException("no free name for " + ServerKeys.written(wanted));
  }

  private String numbered(String wanted, int number) {
    int dot = wanted.lastIndexOf('.');
    return dot > wanted.lastIndexOf('/') + 1
        ? wanted.substring(0, dot) + "~" + number + wanted.substring(dot)
        : wanted + "~" + number;
  }

  private void remember(Gone one) {
    gone.addLast(one);
    if (gone.size() > MOST_WATCHED) {
      gone.removeFirst();
    }
  }

  /** A writer that went on writes into the moved file: it is put back, to be taken anew. */
  void putBackWhatGrew(Line line, String root, Instant now) throws IOException {
    Iterator<Gone> all = gone.iterator();
    while (all.hasNext()) {
      Gone one = all.next();
      String at = root + "/" + one.at();
      if (now.isAfter(one.until()) || !line.exists(at)) {
        all.remove();
      } else if (!isStill(line, at, one.file())) {
        all.remove();
        String back = root + "/" + one.file().path();
        if (!line.exists(back)) {
          line.rename(at, back);
          LOG.warn("{} 移走之后还在写，已放回 grew after it was moved", one.file().key());
        }
      }
    }
  }

  /** What could not be moved, in words for a clerk. */
  Optional<String> trouble() {
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(refused.size() + " 个文件已登记，但在服务器上移不走或改不了名，请查账号权限");
  }
}
