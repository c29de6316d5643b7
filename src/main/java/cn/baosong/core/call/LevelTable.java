package cn.baosong.core.call;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which level a title has, from a table and never from a prefix: 主任医师 is senior, 主任编辑 is one level
 * below (domain.md 3.5). What the table does not know, or knows at two levels, is asked.
 *
 * @param <L> the levels, in rising order
 */
public final class LevelTable<L extends Enum<L>> {
  private static final int LONGEST = 200;
  private static final Pattern BRACKET_BEHIND = Pattern.compile("([^()]+)\\(([^()]+)\\)");

  private final Map<String, L> levels = new HashMap<>();

  /**
   * One line of the table.
   *
   * @param level empty when the title alone does not settle its level
   */
  public record Entry<L>(String title, Optional<L> level) {}

  public LevelTable(List<Entry<L>> entries) {
    Set<String> ambiguous = new HashSet<>();
    for (Entry<L> entry : entries) {
      String title = tidy(entry.title());
      entry
          .level()
          .filter(level -> agrees(title, level))
          .ifPresentOrElse(level -> levels.put(title, level), () -> ambiguous.add(title));
    }
    levels.keySet().removeAll(ambiguous);
  }

  /**
   * The level of a title as written; of several titles (教授、主任医师) the level they share. A bracket
   * such as 高级工程师（副高级） must name the same level. Empty: ask.
   */
  public Optional<L> levelOf(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    Set<Optional<L>> found =
        List.of(tidy(written).split("[、,;/]")).stream()
            .map(this::levelOfOne)
            .collect(Collectors.toSet());
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }

  private Optional<L> levelOfOne(String title) {
    Matcher bracket = BRACKET_BEHIND.matcher(title);
    if (!bracket.matches()) {
      return Optional.ofNullable(levels.get(title));
    }
    Optional<L> level = Optional.ofNullable(levels.get(bracket.group(1)));
    return level.filter(known -> known.equals(levels.get(bracket.group(2))));
  }

  private boolean agrees(String title, L level) {
    return levels.getOrDefault(title, level).equals(level);
  }

  private static String tidy(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
  }
}
