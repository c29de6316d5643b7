package cn.baosong.reader.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * A text file of a call as a tree that remembers the line of every key.
 *
 * @param lines line, counted from 1, by JSON pointer
 */
record Source(String file, JsonNode root, Map<String, Integer> lines) {
  static Source absent(String file) {
    return new Source(file, MissingNode.getInstance(), Map.of());
  }

  /** The line of a key; of the nearest key around it when it is not there itself. */
  int line(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      if (at.isEmpty()) {
        return 1;
      }
    }
  }

  /** A pointer in the notation of an error message: {@code deadlines[0].date}. */
  static String key(String pointer) {
    StringBuilder key = new StringBuilder();
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      if (step.chars().allMatch(c -> c >= '0' && c <= '9')) {
        key.append('[').append(step).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return key.toString();
  }

  static String step(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
