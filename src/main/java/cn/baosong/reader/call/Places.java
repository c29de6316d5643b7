package cn.baosong.reader.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a file each of its keys is written.
 *
 * @param lines line, counted from 1, by key as errors name it: {@code deadlines[0].date}
 */
public record Places(String file, Map<String, Integer> lines) {
  public Places {
    lines = Map.copyOf(lines);
  }

  /**
   * @param under what applies: an item is counted as the call holds it, not as it is written
   */
  static Places of(Source source, Under under) {
    Map<String, Integer> lines = new HashMap<>();
    Map<String, String> read = under.places(Entry.root(source, new Faults()));
    source
        .lines()
        .forEach(
            (pointer, line) ->
                read(pointer, read).ifPresent(place -> lines.put(Source.key(place), line)));
    return new Places(source.file(), lines);
  }

  /** A pointer into the call as it is read; empty for an item that does not apply. */
  private static Optional<String> read(String pointer, Map<String, String> read) {
    int list = pointer.indexOf('/', 1);
    int item = list < 0 ? -1 : pointer.indexOf('/', list + 1);
    int end = item < 0 ? pointer.length() : item;
    String head = pointer.substring(0, end);
    String place = read.getOrDefault(head, head);
    return place.isEmpty() && !head.isEmpty()
        ? Optional.empty()
        : Optional.of(place + pointer.substring(end));
  }

  public boolean has(String key) {
    return lines.containsKey(key);
  }

  /** The line of a key; of the nearest key around it when it is not written itself. */
  public int line(String key) {
    String at = key;
    while (!at.isEmpty()) {
      if (has(at)) {
        return lines.getOrDefault(at, 1);
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return 1;
  }
}
