package crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the process asked of the system, in order.
 *
 * @param calls those that succeeded
 */
record Trace(List<Call> calls) {
  private static final Pattern LINE = Pattern.compile("(\\d+) +(?:<\\.\\.\\. )?(\\w+)(.*)");
  private static final String UNFINISHED = " <unfinished ...>";

  /**
   * @param begun place of the line on which it was begun; later than {@code done} of another means
   *     that it was begun after the other had returned
   */
  record Call(String name, String words, int begun, int done) {
    boolean is(String wanted, String... parts) {
      return name.startsWith(wanted) && List.of(parts).stream().allMatch(words::contains);
    }
  }

  static Trace of(Path file) throws IOException {
    Map<String, Call> unfinished = new HashMap<>();
    List<Call> calls = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    for (int at = 0; at < lines.size(); at++) {
      Matcher line = LINE.matcher(lines.get(at));
      if (!line.matches()) {
        continue;
      }
      String key = line.group(1) + " " + line.group(2);
      String words = line.group(3);
      if (words.endsWith(UNFINISHED)) {
        unfinished.put(key, new Call(line.group(2), words, at, -1));
        continue;
      }
      Call begun = unfinished.remove(key);
      Call whole =
          begun == null
              ? new Call(line.group(2), words, at, at)
              : new Call(line.group(2), begun.words() + words, begun.begun(), at);
      if (!whole.words().matches(".* = -\\d.*")) {
        calls.add(whole);
      }
    }
    return new Trace(calls);
  }

  /** The first such call that was begun after another had returned. */
  Call after(Call before, String name, String... parts) {
    return calls.stream()
        .filter(call -> call.begun() > before.done() && call.is(name, parts))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + name + " of " + List.of(parts) + " after " + before));
  }

  Call first(String name, String... parts) {
    return after(new Call("", "", -1, -1), name, parts);
  }
}
