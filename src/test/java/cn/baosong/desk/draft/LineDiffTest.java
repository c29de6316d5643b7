package cn.baosong.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.draft.LineDiff.Kind;
import cn.baosong.desk.draft.LineDiff.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void tellsTheShortestWayFromOneTextToTheOther() {
    assertThat(told("a\nb\nc\nd\n", "a\nc\nx\nd\n"))
        .containsExactly(" a 1/1", "-b 2/0", " c 3/2", "+x 0/3", " d 4/4", "  5/5");
  }

  @Test
  void saysNothingOfTextsThatDifferByTheirLineEndsOnly() {
    assertThat(LineDiff.of("a\nb\n", "a\r\nb\r\n")).isEmpty();
    assertThat(LineDiff.of("", "")).isEmpty();
  }

  @Test
  void tellsAFileThatComesOrGoes() {
    assertThat(told("", "a\nb")).containsExactly("+a 0/1", "+b 0/2");
    assertThat(told("a\nb", "")).containsExactly("-a 1/0", "-b 2/0");
  }

  @Test
  void showsAFewLinesAroundEachChangeAndPartsWhatIsFarApart() {
    String before = lines(40);
    String after = before.replace("line 5\n", "line five\n").replace("line 30\n", "");
    List<List<Line>> hunks = LineDiff.of(before, after);
    assertThat(hunks).hasSize(2);
    assertThat(hunks.get(0)).extracting(Line::before).containsExactly(2, 3, 4, 5, 0, 6, 7, 8);
    assertThat(hunks.get(1)).extracting(Line::after).containsExactly(27, 28, 29, 0, 30, 31, 32);
  }

  @Test
  void tellsTooManyChangesAsReplaced() {
    String before = lines(3000);
    String after = before.replace("line", "other");
    List<Line> all = LineDiff.of(before, after).stream().flatMap(List::stream).toList();
    assertThat(all.stream().filter(l -> l.kind() == Kind.GONE)).hasSize(3000);
    assertThat(all.stream().filter(l -> l.kind() == Kind.NEW)).hasSize(3000);
  }

  private static List<String> told(String before, String after) {
    return LineDiff.of(before, after).stream()
        .flatMap(List::stream)
        .map(l -> sign(l.kind()) + l.text() + " " + l.before() + "/" + l.after())
        .toList();
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case SAME -> " ";
      case GONE -> "-";
      case NEW -> "+";
    };
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }
}
