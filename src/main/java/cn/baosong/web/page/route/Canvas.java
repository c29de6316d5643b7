package cn.baosong.web.page.route;

import java.util.ArrayList;
import java.util.List;

/** Collects what is drawn; frames lie under wires, and wires under steps. */
final class Canvas {
  private static final int CORNER = 8;

  private final List<Drawing.Frame> frames = new ArrayList<>();
  private final List<Drawing.Wire> wires = new ArrayList<>();
  private final List<Drawing.Node> nodes = new ArrayList<>();
  private final List<Drawing.Label> labels = new ArrayList<>();

  void add(Drawing.Frame frame) {
    frames.add(frame);
  }

  void add(Drawing.Node node) {
    nodes.add(node);
  }

  void add(Drawing.Label label) {
    labels.add(label);
  }

  void straight(int x, int from, int to, boolean arrow) {
    wires.add(new Drawing.Wire("M" + x + " " + from + "V" + to, arrow));
  }

  /** From the middle out to a way. */
  void parting(int x, int y, int toX, int toY) {
    bent(x, y, toX, toY, y + (toY - y) / 2);
  }

  /** From a way back to the middle. */
  void meeting(int x, int y, int toX, int toY) {
    bent(x, y, toX, toY, toY - CORNER - 2);
  }

  private void bent(int x, int y, int toX, int toY, int turn) {
    if (x == toX) {
      straight(x, y, toY, false);
      return;
    }
    int side = toX > x ? CORNER : -CORNER;
    int first = Math.min(CORNER, turn - y);
    int last = Math.min(CORNER, toY - turn);
    String path =
        "M%d %dV%dQ%d %d %d %dH%dQ%d %d %d %dV%d"
            .formatted(
                x,
                y,
                turn - first,
                x,
                turn,
                x + side,
                turn,
                toX - side,
                toX,
                turn,
                toX,
                turn + last,
                toY);
    wires.add(new Drawing.Wire(path, false));
  }

  Drawing drawing(int width, int height) {
    return new Drawing(width, height, frames, wires, nodes, labels);
  }
}
