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
import java.util.LinkedHashMap;
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
  private static final int MOST_LINES = 50_000;

  private final String where;
  private final LogLines lines;
  private final Map<String, Interval> ended = new LinkedHashMap<>();
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
      Interval at = ended.get(key(path, size));
      Interval masked = at == null ? ended.get(key(masked(path), size)) : at;
      if (masked != null) {
        return Optional.of(masked);
      }
    }
    return Optional.empty();
  }

  /** As vsftpd writes what is not ASCII. */
  private static String masked(String path) {
    return path.replaceAll("[^ -~]", "?");
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
    String key = key(upload.path(), upload.size());
    Interval before = ended.remove(key);
    Interval at = Interval.second(upload.ended());
    boolean several = before != null && upload.path().contains("?");
    ended.put(key, several ? spanning(before, at) : at);
    if (ended.size() > MOST_LINES) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  private static Interval spanning(Interval one, Interval other) {
    boolean later = other.latest().isAfter(one.latest());
    boolean earlier = other.earliest().isBefore(one.earliest());
    return new Interval(
        earlier ? other.earliest() : one.earliest(), later ? other.latest() : one.latest());
  }

  /** Logs write blanks as underscores, and what cannot be printed as something else. */
  private static String key(String path, long size) {
    return path.replaceAll("[\\s\\p{Cntrl}_]", "_") + " " + size;
  }
}
