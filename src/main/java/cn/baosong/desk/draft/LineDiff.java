package cn.baosong.desk.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How two texts differ, line by line: the shortest way from one to the other (Myers, An O(ND)
 * Difference Algorithm, 1986), with a few lines around each change.
 */
public final class LineDiff {
  private static final int AROUND = 3;

  /** Changed lines beyond which the middle is told as replaced: what bounds memory. */
  private static final int MOST = 1000;

  private final String[] before;
  private final String[] after;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(String[] before, String[] after) {
    this.before = before;
    this.after = after;
  }

  /** What becomes of a line. */
  public enum Kind {
    SAME,
    GONE,
    NEW
  }

  /**
   * A line.
   *
   * @param before its number in the old text, from 1; 0 when it is not there
   * @param after its number in the new text; 0 when it is not there
   */
  public record Line(Kind kind, int before, int after, String text) {}

  /** The changes, each with the lines around it; empty when there is none. */
  public static List<List<Line>> of(String before, String after) {
    LineDiff diff = new LineDiff(split(before), split(after));
    diff.run();
    return hunks(diff.lines);
  }

  private static String[] split(String text) {
    return text.isEmpty() ? new String[0] : text.split("\\R", -1);
  }

  private void run() {
    int head = 0;
    int least = Math.min(before.length, after.length);
    while (head < least && before[head].equals(after[head])) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && before[before.length - 1 - tail].equals(after[after.length - 1 - tail])) {
      tail++;
    }
    same(0, 0, head);
    middle(head, before.length - tail, head, after.length - tail);
    same(before.length - tail, after.length - tail, tail);
  }

  private void same(int from, int to, int count) {
    for (int i = 0; i < count; i++) {
      lines.add(new Line(Kind.SAME, from + i + 1, to + i + 1, before[from + i]));
    }
  }

  private void middle(int from, int fromEnd, int to, int toEnd) {
    List<int[]> trace = trace(from, fromEnd, to, toEnd);
    if (trace.isEmpty()) {
      gone(from, fromEnd);
      come(to, toEnd);
      return;
    }
    List<Line> backwards = new ArrayList<>();
    int x = fromEnd - from;
    int y = toEnd - to;
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] v = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && at(v, k - 1, d) < at(v, k + 1, d));
      int beforeX = d == 0 ? 0 : at(v, down ? k + 1 : k - 1, d);
      int beforeY = d == 0 ? 0 : beforeX - (down ? k + 1 : k - 1);
      int startX = d == 0 ? 0 : beforeX + (down ? 0 : 1);
      while (x > startX) {
        x--;
        y--;
        backwards.add(new Line(Kind.SAME, from + x + 1, to + y + 1, before[from + x]));
      }
      if (d > 0 && down) {
        backwards.add(new Line(Kind.NEW, 0, to + beforeY + 1, after[to + beforeY]));
      } else if (d > 0) {
        backwards.add(new Line(Kind.GONE, from + beforeX + 1, 0, before[from + beforeX]));
      }
      x = beforeX;
      y = beforeY;
    }
    Collections.reverse(backwards);
    lines.addAll(backwards);
  }

  /**
   * Of each number of changes how far each diagonal was before it; empty when there are too many.
   */
  private List<int[]> trace(int from, int fromEnd, int to, int toEnd) {
    int most = Math.min(MOST, fromEnd - from + toEnd - to);
    List<int[]> trace = new ArrayList<>();
    int[] last = new int[] {0};
    for (int d = 0; d <= most; d++) {
      int[] now = new int[2 * d + 1];
      trace.add(last);
      for (int k = -d; k <= d; k += 2) {
        int x = start(last, k, d);
        while (from + x < fromEnd
            && to + x - k < toEnd
            && before[from + x].equals(after[to + x - k])) {
          x++;
        }
        now[k + d] = x;
        if (from + x >= fromEnd && to + x - k >= toEnd) {
          return trace;
        }
      }
      last = now;
    }
    return List.of();
  }

  private static int start(int[] last, int k, int d) {
    if (d == 0) {
      return 0;
    }
    boolean down = k == -d || (k != d && at(last, k - 1, d) < at(last, k + 1, d));
    return down ? at(last, k + 1, d) : at(last, k - 1, d) + 1;
  }

  /** The furthest point on a diagonal after one change less than {@code d}. */
  private static int at(int[] last, int k, int d) {
    int i = k + d - 1;
    return i < 0 || i >= last.length ? -1 : last[i];
  }

  private void gone(int from, int end) {
    for (int i = from; i < end; i++) {
      lines.add(new Line(Kind.GONE, i + 1, 0, before[i]));
    }
  }

  private void come(int from, int end) {
    for (int i = from; i < end; i++) {
      lines.add(new Line(Kind.NEW, 0, i + 1, after[i]));
    }
  }

  private static List<List<Line>> hunks(List<Line> lines) {
    List<List<Line>> hunks = new ArrayList<>();
    int shown = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != Kind.SAME) {
        int from = Math.max(shown, Math.max(0, i - AROUND));
        int to = Math.min(lines.size(), i + AROUND + 1);
        if (hunks.isEmpty() || from > shown) {
          hunks.add(new ArrayList<>());
        }
        List<Line> last = hunks.get(hunks.size() - 1);
        last.addAll(lines.subList(Math.max(from, shown), to).stream().skip(0).toList());
        shown = to;
      }
    }
    return hunks;
  }
}
