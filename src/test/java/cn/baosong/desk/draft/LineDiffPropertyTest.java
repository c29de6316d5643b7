package cn.baosong.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.draft.LineDiff.Kind;
import cn.baosong.desk.draft.LineDiff.Line;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;

class LineDiffPropertyTest {
  @Property(tries = 500)
  void makesTheNewTextOfTheOldOneWithoutALineTooMany(
      @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> before,
      @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> after) {
    List<Line> lines =
        LineDiff.of(text(before), text(after)).stream().flatMap(List::stream).toList();
    List<String> made = new ArrayList<>(List.of(text(before).split("\n", -1)));
    for (Line line : lines) {
      if (line.kind() == Kind.GONE) {
        assertThat(made.get(line.before() - 1)).isEqualTo(line.text());
      }
    }
    lines.stream()
        .filter(l -> l.kind() == Kind.GONE)
        .sorted((a, b) -> b.before() - a.before())
        .forEach(l -> made.remove(l.before() - 1));
    lines.stream()
        .filter(l -> l.kind() == Kind.NEW)
        .sorted((a, b) -> a.after() - b.after())
        .forEach(l -> made.add(l.after() - 1, l.text()));
    assertThat(String.join("\n", made)).isEqualTo(text(after));
    assertThat(lines.stream().filter(l -> l.kind() != Kind.SAME).count())
        .isEqualTo(before.size() + after.size() - 2L * common(before, after));
  }

  /** Ends with a line of its own, so that an empty text is no case of its own. */
  private static String text(List<Character> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(c -> text.append(c).append('\n'));
    return text.append('.').toString();
  }

  private static int common(List<Character> a, List<Character> b) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        longest[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[a.size()][b.size()];
  }
}
