package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.submission.TrustClass;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of time drawn against a deadline. Every x and width is a percentage of the drawing's
 * width, so that its letters keep their size on any screen; y counts pixels.
 *
 * @param limit the deadline in words, or the first and the last end that can be read into it
 * @param strictest where the strictest reading ends
 * @param lenient where the most lenient one ends
 * @param unsure width between both
 * @param beyond width of what is out of time by any reading
 * @param opens where the window opens, when that lies within the picture
 */
public record TimeDrawing(
    Part part,
    TimeVerdict.Value value,
    String explanation,
    Clause clause,
    String limit,
    String strictest,
    String lenient,
    String unsure,
    String beyond,
    Optional<String> opens,
    List<Lane> lanes,
    List<Day> days) {
  private static final int HEAD = 24;
  private static final int LANE = 36;
  private static final int FOOT = 20;

  /**
   * One piece of evidence.
   *
   * @param what {@code sentat} or {@code receivedat}
   * @param when in words
   * @param counts whether the verdict rests on it
   * @param y of its words
   */
  public record Lane(
      String what,
      String when,
      String source,
      TrustClass trust,
      boolean counts,
      Margin margin,
      String x,
      String width,
      int y) {
    /** Words stand towards the middle, so that the edge does not cut them. */
    public String anchor() {
      return isRight() ? "end" : "start";
    }

    /** Where the words begin, or end. */
    public String label() {
      return isRight() ? TimeScale.percent(start() + Double.parseDouble(bare(width))) : x;
    }

    private boolean isRight() {
      return start() > 50;
    }

    private double start() {
      return Double.parseDouble(bare(x));
    }

    private static String bare(String percent) {
      return percent.substring(0, percent.length() - 1);
    }
  }

  /**
   * How far it lies from the deadline.
   *
   * @param side {@code before}, {@code after} or {@code within} the readings
   */
  public record Margin(String side, long days, long hours, long minutes) {}

  /** The beginning of a day. */
  public record Day(String x, String name) {}

  /** Where the lane after so many others has its words. */
  static int y(int before) {
    return HEAD + before * LANE + 15;
  }

  /** On which side of the limit its words find room. */
  public String anchor() {
    return Double.parseDouble(strictest.substring(0, strictest.length() - 1)) > 50
        ? "end"
        : "start";
  }

  public int height() {
    return HEAD + lanes.size() * LANE + FOOT;
  }

  /** The lower end of the lanes. */
  public int foot() {
    return HEAD + lanes.size() * LANE;
  }

  public int head() {
    return HEAD;
  }
}
