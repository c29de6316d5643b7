package cn.baosong.reader.call;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in a file each of its keys is written.
 *
 * @param lines line, counted from 1, by key as errors name it: {@code deadlines[0].date}
 */
public record Places(String file, Map<String, Integer> lines) {
  public Places {
    lines = Map.copyOf(lines);
  }

  static Places of(Source source) {
    Map<String, Integer> lines = new HashMap<>();
    source.lines().forEach((pointer, line) -> lines.put(Source.key(pointer), line));
    return new Places(source.file(), lines);
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
