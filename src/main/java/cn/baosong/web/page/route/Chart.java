package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Counted;
import cn.baosong.desk.Routes.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * What passed in a day as bars, the failed ones upon those that got through; in pixels of the
 * drawing.
 */
public record Chart(int width, int height, List<Bar> bars) {
  /** One span of time; heights of zero are not drawn. */
  public record Bar(int x, int width, int y, int height, int failedHeight) {
    /** Where the failed part begins, upon the other. */
    public int failedY() {
      return y - failedHeight;
    }
  }

  /**
   * @param step pixels from one bar to the next
   */
  static Chart of(Flow flow, int step, int height) {
    List<Bar> bars = new ArrayList<>();
    long most = Math.max(1, flow.most());
    for (int i = 0; i < flow.spans().size(); i++) {
      Counted span = flow.spans().get(i);
      if (span.done() + span.failed() > 0) {
        int done = scaled(span.done(), most, height);
        int failed = Math.min(scaled(span.failed(), most, height), height);
        int kept = Math.min(done, height - failed);
        bars.add(new Bar(i * step, Math.max(1, step - 1), height - kept, kept, failed));
      }
    }
    return new Chart(flow.spans().size() * step, height, bars);
  }

  /** What is there at all is seen. */
  private static int scaled(long count, long most, int height) {
    return count == 0 ? 0 : (int) Math.max(2, Math.round((double) height * count / most));
  }
}
