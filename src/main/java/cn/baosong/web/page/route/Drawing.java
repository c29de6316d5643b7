package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Counts;
import cn.baosong.desk.route.RouteStep.Kind;
import java.util.List;
import java.util.Optional;

/** A route as it is drawn: in pixels, from the upper left. */
public record Drawing(
    int width,
    int height,
    List<Frame> frames,
    List<Wire> wires,
    List<Node> nodes,
    List<Label> labels) {
  public Drawing {
    frames = List.copyOf(frames);
    wires = List.copyOf(wires);
    nodes = List.copyOf(nodes);
    labels = List.copyOf(labels);
  }

  /** A place on the drawing. */
  public record Area(int x, int y, int width, int height) {
    /** Where words that stand at its right end. */
    public int right() {
      return x + width;
    }
  }

  /**
   * A step.
   *
   * @param name as much of it as there is room for
   * @param note the second line; empty for none
   * @param line of the file
   */
  public record Node(
      Area area,
      Kind kind,
      String name,
      String note,
      int line,
      Optional<Counts> counts,
      Optional<String> leadsTo) {
    /** {@code failed} where something failed in it, {@code busy} while something is in it. */
    public String mood() {
      if (counts.filter(c -> c.failed() > 0).isPresent()) {
        return "failed";
      }
      return counts.filter(c -> c.inflight() > 0).isPresent() ? "busy" : "";
    }

    /** Where the first line of its words stands. */
    public int first() {
      return area.y() + (note.isEmpty() ? area.height() / 2 + 5 : 23);
    }
  }

  /** A step with others within. */
  public record Frame(Area area, Kind kind, String title, Optional<Counts> counts) {}

  /**
   * From one step to the next.
   *
   * @param path as SVG writes it
   * @param arrow whether it ends at a step
   */
  public record Wire(String path, boolean arrow) {}

  /** When a way is taken, upon its wire. */
  public record Label(Area area, String text) {
    public int middle() {
      return area.x() + area.width() / 2;
    }
  }
}
