package cn.baosong.reader.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What PAX (POSIX.1-2001) and GNU records say of the entry that follows them. Only the few keys in
 * use are kept, so that a stream of records does not fill the memory.
 */
final class TarExtras {
  private static final String PATH = "path";
  private static final String SIZE = "size";
  private static final String MTIME = "mtime";

  private final Map<String, byte[]> said = new HashMap<>();
  private boolean sparse;

  void clear() {
    said.clear();
    sparse = false;
  }

  void gnuName(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    said.put(PATH, Arrays.copyOf(name, end));
  }

  /** Records of "length key=value\n", the length in bytes; false when they are malformed. */
  boolean pax(byte[] records) {
    int at = 0;
    while (at < records.length && records[at] != 0) {
      int blank = indexOf(records, ' ', at, Math.min(records.length, at + 8));
      String digits = text(records, at, blank);
      int end = digits.matches("[0-9]{1,7}") ? at + Integer.parseInt(digits) : -1;
      if (end <= blank + 1 || end > records.length || records[end - 1] != '\n') {
        return false;
      }
      int equals = indexOf(records, '=', blank, end);
      keep(text(records, blank + 1, equals), Arrays.copyOfRange(records, equals + 1, end - 1));
      at = end;
    }
    return true;
  }

  private void keep(String key, byte[] value) {
    switch (key) {
      case PATH, SIZE, MTIME -> said.put(key, value);
      default -> sparse |= key.startsWith("GNU.sparse.");
    }
  }

  byte[] name(TarHeader header) {
    return said.getOrDefault(PATH, header.name());
  }

  boolean sparse(TarHeader header) {
    return sparse || header.type() == 'S';
  }

  /** Empty when the stated size is no number. */
  Optional<Long> size(TarHeader header) {
    return stated(SIZE)
        .map(
            s -> s.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(s)) : Optional.<Long>empty())
        .orElse(Optional.of(header.size()));
  }

  Optional<Instant> modified(TarHeader header) {
    long seconds =
        stated(MTIME)
            .map(s -> s.matches("[0-9]{1,11}(\\.[0-9]*)?") ? s.replaceFirst("\\..*", "") : "0")
            .map(Long::parseLong)
            .orElse(header.modified());
    boolean sane = seconds > 0 && seconds < 1L << 37;
    return sane ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }

  private Optional<String> stated(String key) {
    return Optional.ofNullable(said.get(key)).map(v -> text(v, 0, v.length));
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return Math.min(i, to - 1);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
  }
}
