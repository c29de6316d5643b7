package cn.baosong.camel.server;

import cn.baosong.core.submission.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server's own transfer log, read on from where it was left: when which file came in whole. The
 * last that it says of a path and a size counts; where it writes question marks several names may
 * read alike, and all that it says of them bounds the time.
 */
final class TransferLog {
  /** Marks a log that lies on the server itself. */
  private static final String REMOTE = "server:";

  private static final long MOST_AT_ONCE = 8L << 20;
  private static final int MOST_PATHS = 50_000;
  private static final int MOST_OF_ONE = 32;

  private final String where;
  private final LogLines lines;
  private final Map<String, Deque<LogLines.Upload>> uploads = new LinkedHashMap<>();
  private long position;
  private String rest = "";

  TransferLog(String where, LogLines lines) {
    this.where = where;
    this.lines = lines;
  }

  /** Whether its clock is that of the server. */
  boolean isRemote() {
    return where.startsWith(REMOTE);
  }

  /**
   * When an upload ended, by the clock of the log.
   *
   * @param paths under which the log may know the file, their bytes carried as Latin-1
   */
  Optional<Interval> of(Line line, Iterable<String> paths, long size, Instant seen)
      throws IOException {
    readOn(line, seen);
    for (String path : paths) {
      Optional<Interval> at =
          Optional.ofNullable(uploads.get(key(path)))
              .or(() -> Optional.ofNullable(uploads.get(key(masked(path)))))
              .flatMap(all -> ended(all, size));
      if (at.isPresent()) {
        return at;
      }
    }
    return Optional.empty();
  }

  /** As vsftpd writes what is not ASCII. */
  private static String masked(String path) {
    return path.replaceAll("[^ -~]", "?");
  }

  private static Optional<Interval> ended(Deque<LogLines.Upload> all, long size) {
    List<Interval> whole =
        all.stream()
            .filter(one -> one.whole() && one.size() == size)
            .map(one -> Interval.second(one.ended()))
            .toList();
    if (whole.isEmpty()) {
      return resumed(all, size);
    }
    boolean severalNames = all.getLast().path().contains("?");
    return severalNames
        ? whole.stream().reduce(TransferLog::spanning)
        : Optional.of(whole.get(whole.size() - 1));
  }

  /** One that was cut and taken up again is logged in the parts in which it came. */
  private static Optional<Interval> resumed(Deque<LogLines.Upload> all, long size) {
    LogLines.Upload last = all.getLast();
    long together = 0;
    for (Iterator<LogLines.Upload> each = all.descendingIterator(); each.hasNext(); ) {
      together += each.next().size();
      if (together == size && last.whole()) {
        return Optional.of(Interval.second(last.ended()));
      }
    }
    return Optional.empty();
  }

  private void readOn(Line line, Instant seen) throws IOException {
    if (isRemote()) {
      String path = where.substring(REMOTE.length());
      long size = line.stat(path).size();
      try (InputStream more = line.read(path, from(size))) {
        take(more, seen);
      }
      return;
    }
    try (FileChannel file = FileChannel.open(Path.of(where), StandardOpenOption.READ)) {
      file.position(from(file.size()));
      take(Channels.newInputStream(file), seen);
    }
  }

  /** A log that is shorter than before is a new one; of a long one only the end is read. */
  private long from(long size) {
    if (size < position || size - position > MOST_AT_ONCE) {
      position = Math.max(0, size - MOST_AT_ONCE);
      rest = "";
    }
    return position;
  }

  private void take(InputStream more, Instant seen) throws IOException {
    byte[] bytes = more.readAllBytes();
    position += bytes.length;
    String text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('\n') + 1;
    rest = text.substring(end);
    for (String each : text.substring(0, end).lines().toList()) {
      lines.of(each, seen).ifPresent(this::enter);
    }
  }

  private void enter(LogLines.Upload upload) {
    String key = key(upload.path());
    Deque<LogLines.Upload> all =
        Optional.ofNullable(uploads.remove(key)).orElseGet(ArrayDeque::new);
    all.addLast(upload);
    if (all.size() > MOST_OF_ONE) {
      all.removeFirst();
    }
    uploads.put(key, all);
    if (uploads.size() > MOST_PATHS) {
      uploads.remove(uploads.keySet().iterator().next());
    }
  }

  private static Interval spanning(Interval one, Interval other) {
    boolean later = other.latest().isAfter(one.latest());
    boolean earlier = other.earliest().isBefore(one.earliest());
    return new Interval(
        earlier ? other.earliest() : one.earliest(), later ? other.latest() : one.latest());
  }

  /** Logs write blanks as underscores, and what cannot be printed as something else. */
  private static String key(String path) {
    return path.replaceAll("[\\s\\p{Cntrl}_]", "_");
  }
}
