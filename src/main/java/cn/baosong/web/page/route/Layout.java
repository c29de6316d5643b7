package cn.baosong.web.page.route;

import cn.baosong.desk.route.RouteStep;
import cn.baosong.desk.route.RouteStep.Kind;
import cn.baosong.desk.route.RouteStep.Way;
import cn.baosong.web.page.route.Drawing.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Draws a route from above to below: steps as boxes under each other, ways beside each other, what
 * holds others as a frame around them. It knows nothing but the steps and the words for them.
 */
final class Layout {
  private static final int MARGIN = 12;

  private final Function<RouteStep, Words> names;
  private final Function<String, String> conditions;

  /** What a step is called, and what is said beside it; the second may be empty. */
  record Words(String name, String note) {}

  /**
   * @param names what a step is called
   * @param conditions how the condition of a way is written
   */
  Layout(Function<RouteStep, Words> names, Function<String, String> conditions) {
    this.names = names;
    this.conditions = conditions;
  }

  Drawing of(RouteStep source) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Box(source, names.apply(source)));
    source.ways().forEach(way -> way.steps().forEach(step -> parts.add(part(step))));
    Column column = new Column(parts);
    Canvas canvas = new Canvas();
    column.place(canvas, MARGIN, MARGIN);
    return canvas.drawing(column.width() + 2 * MARGIN, column.height() + 2 * MARGIN);
  }

  private Part part(RouteStep step) {
    if (step.kind() == Kind.CHOICE) {
      return new Fork(new Box(step, names.apply(step)), branches(step));
    }
    if (step.ways().isEmpty()) {
      return new Box(step, names.apply(step));
    }
    return new Enclosure(step, names.apply(step), branches(step));
  }

  private List<Branch> branches(RouteStep step) {
    return step.ways().stream().map(this::branch).toList();
  }

  private Branch branch(Way way) {
    String when = way.when().isEmpty() ? "" : conditions.apply(way.when());
    return new Branch(when, new Column(way.steps().stream().map(this::part).toList()));
  }

  /** Something with a place; what comes in and goes out does so at its axis. */
  sealed interface Part permits Box, Column, Branch, Fork, Enclosure {
    int width();

    int height();

    /** How far from its left side. */
    int axis();

    void place(Canvas canvas, int x, int y);
  }

  /** A single step. */
  record Box(RouteStep step, Words words) implements Part {
    private static final int LEAST = 150;
    private static final int MOST = 268;
    private static final int HEIGHT = 52;
    private static final int LOW = 38;
    private static final int SIDES = 34;
    private static final int FIGURES = 46;
    static final int NAME = 14;
    static final int NOTE = 12;

    @Override
    public int width() {
      int wide = Math.max(Lettering.width(words.name(), NAME), Lettering.width(words.note(), NOTE));
      return Math.min(MOST, Math.max(LEAST, wide + SIDES + figures()));
    }

    private int figures() {
      return step.counts().isPresent() ? FIGURES : 0;
    }

    @Override
    public int height() {
      return words.note().isEmpty() ? LOW : HEIGHT;
    }

    @Override
    public int axis() {
      return width() / 2;
    }

    @Override
    public void place(Canvas canvas, int x, int y) {
      int room = width() - SIDES - figures() + 8;
      canvas.add(
          new Drawing.Node(
              new Area(x, y, width(), height()),
              step.kind(),
              Lettering.fitted(words.name(), NAME, room),
              Lettering.fitted(words.note(), NOTE, room),
              step.line(),
              step.counts(),
              step.leadsTo()));
    }
  }

  /** Steps under each other, joined by wires. */
  record Column(List<Part> parts) implements Part {
    static final int GAP = 26;

    @Override
    public int width() {
      return axis() + parts.stream().mapToInt(part -> part.width() - part.axis()).max().orElse(0);
    }

    @Override
    public int height() {
      int gaps = Math.max(0, parts.size() - 1) * GAP;
      return gaps + parts.stream().mapToInt(Part::height).sum();
    }

    @Override
    public int axis() {
      return parts.stream().mapToInt(Part::axis).max().orElse(0);
    }

    @Override
    public void place(Canvas canvas, int x, int y) {
      int middle = x + axis();
      int top = y;
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (i > 0) {
          canvas.straight(middle, top - GAP, top, true);
        }
        part.place(canvas, middle - part.axis(), top);
        top += part.height() + GAP;
      }
    }
  }

  /** A way, with its condition above it. */
  record Branch(String when, Column column) implements Part {
    private static final int MOST = 240;
    private static final int SIDES = 16;
    private static final int LABEL = 22;
    private static final int ABOVE = 8;
    private static final int BELOW = 14;

    private int labelWidth() {
      return when.isEmpty() ? 0 : Math.min(MOST, Lettering.width(when, Box.NOTE) + SIDES);
    }

    private int head() {
      return when.isEmpty() ? 0 : LABEL + ABOVE + BELOW;
    }

    @Override
    public int axis() {
      return Math.max(column.axis(), labelWidth() / 2);
    }

    @Override
    public int width() {
      return axis() + Math.max(column.width() - column.axis(), (labelWidth() + 1) / 2);
    }

    @Override
    public int height() {
      return head() + column.height();
    }

    @Override
    public void place(Canvas canvas, int x, int y) {
      int middle = x + axis();
      if (!when.isEmpty()) {
        boolean leads = !column.parts().isEmpty();
        canvas.straight(middle, y, y + head(), leads);
        Area area = new Area(middle - labelWidth() / 2, y + ABOVE, labelWidth(), LABEL);
        canvas.add(
            new Drawing.Label(area, Lettering.fitted(when, Box.NOTE, labelWidth() - SIDES + 4)));
      }
      column.place(canvas, middle - column.axis(), y + head());
    }
  }

  /** Ways beside each other, that part below a step and meet again. */
  record Fork(Box box, List<Branch> branches) implements Part {
    private static final int GAP = 28;
    private static final int PARTING = 20;
    private static final int MEETING = 22;

    private int spread() {
      return branches.stream().mapToInt(Branch::width).sum() + GAP * (branches.size() - 1);
    }

    private int deepest() {
      return branches.stream().mapToInt(Branch::height).max().orElse(0);
    }

    @Override
    public int width() {
      return Math.max(box.width(), spread());
    }

    @Override
    public int height() {
      return box.height() + PARTING + deepest() + MEETING;
    }

    @Override
    public int axis() {
      return width() / 2;
    }

    @Override
    public void place(Canvas canvas, int x, int y) {
      int middle = x + axis();
      box.place(canvas, middle - box.axis(), y);
      int parts = y + box.height();
      int meets = y + height();
      int left = x + (width() - spread()) / 2;
      for (Branch branch : branches) {
        int own = left + branch.axis();
        canvas.parting(middle, parts, own, parts + PARTING);
        branch.place(canvas, left, parts + PARTING);
        canvas.meeting(own, parts + PARTING + branch.height(), middle, meets);
        left += branch.width() + GAP;
      }
    }
  }

  /** A step around others. */
  record Enclosure(RouteStep step, Words words, List<Branch> branches) implements Part {
    private static final int GAP = 32;
    private static final int TITLE = 30;
    private static final int INSIDE = 16;
    private static final int FIGURES = 60;

    private int spread() {
      return branches.stream().mapToInt(Branch::width).sum() + GAP * (branches.size() - 1);
    }

    private String title() {
      return words.note().isEmpty() ? words.name() : words.name() + " · " + words.note();
    }

    private int titleWidth() {
      return Math.min(360, Lettering.width(title(), 13))
          + (step.counts().isPresent() ? FIGURES : 0);
    }

    @Override
    public int width() {
      return Math.max(spread(), titleWidth()) + 2 * INSIDE;
    }

    @Override
    public int height() {
      int deepest = branches.stream().mapToInt(Branch::height).max().orElse(0);
      return TITLE + INSIDE + deepest + INSIDE;
    }

    /** The first way is the usual one, and goes on straight. */
    @Override
    public int axis() {
      return (width() - spread()) / 2 + branches.get(0).axis();
    }

    @Override
    public void place(Canvas canvas, int x, int y) {
      int room = width() - 2 * INSIDE - (step.counts().isPresent() ? FIGURES : 0);
      canvas.add(
          new Drawing.Frame(
              new Area(x, y, width(), height()),
              step.kind(),
              Lettering.fitted(title(), 13, room + 8),
              step.counts()));
      int left = x + (width() - spread()) / 2;
      for (int i = 0; i < branches.size(); i++) {
        Branch branch = branches.get(i);
        branch.place(canvas, left, y + TITLE + INSIDE);
        if (i == 0) {
          int middle = left + branch.axis();
          canvas.straight(middle, y + TITLE, y + TITLE + INSIDE, branch.when().isEmpty());
          canvas.straight(middle, y + TITLE + INSIDE + branch.height(), y + height(), false);
        }
        left += branch.width() + GAP;
      }
    }
  }
}
