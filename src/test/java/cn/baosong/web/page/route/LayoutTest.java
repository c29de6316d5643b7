package cn.baosong.web.page.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.route.RouteStep;
import cn.baosong.desk.route.RouteStep.Kind;
import cn.baosong.desk.route.RouteStep.Way;
import cn.baosong.web.page.route.Drawing.Area;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** However a route is built, its drawing can be read. */
class LayoutTest {
  private static final Layout LAYOUT =
      new Layout(step -> new Layout.Words(step.id(), step.note()), when -> when);

  @Property(tries = 200)
  void drawsEveryStepOnceAndNoneUponAnother(@ForAll("routes") RouteStep source) {
    Drawing drawing = LAYOUT.of(source);
    List<Area> nodes = drawing.nodes().stream().map(Drawing.Node::area).toList();
    assertThat(drawing.nodes().size() + drawing.frames().size()).isEqualTo(steps(source));
    Area whole = new Area(0, 0, drawing.width(), drawing.height());
    assertThat(nodes).allMatch(node -> holds(whole, node));
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        assertThat(overlap(nodes.get(i), nodes.get(j))).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void keepsWhatIsWithinAStepWithinItsFrame(@ForAll("routes") RouteStep source) {
    Drawing drawing = LAYOUT.of(source);
    for (Drawing.Frame frame : drawing.frames()) {
      assertThat(drawing.nodes().stream().map(Drawing.Node::area))
          .allMatch(node -> holds(frame.area(), node) || !overlap(frame.area(), node));
      assertThat(drawing.frames().stream().map(Drawing.Frame::area))
          .allMatch(
              other ->
                  holds(frame.area(), other)
                      || holds(other, frame.area())
                      || !overlap(frame.area(), other));
    }
    assertThat(drawing.labels().stream().map(Drawing.Label::area))
        .allMatch(label -> holds(new Area(0, 0, drawing.width(), drawing.height()), label));
  }

  @Provide
  Arbitrary<RouteStep> routes() {
    return steps(3).map(within -> step(Kind.SOURCE, "source", List.of(new Way("", within))));
  }

  private static Arbitrary<List<RouteStep>> steps(int depth) {
    Arbitrary<String> words = Arbitraries.of("a", "审查时间", "x".repeat(90), "很长的名字".repeat(20));
    Arbitrary<RouteStep> plain =
        words.map(name -> step(name.equals("a") ? Kind.HANDOVER : Kind.BEAN, name, List.of()));
    if (depth == 0) {
      return plain.list().ofMaxSize(3);
    }
    Arbitrary<List<Way>> ways =
        steps(depth - 1)
            .map(within -> new Way("when " + within.size(), within))
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    Arbitrary<RouteStep> holding =
        ways.flatMap(
            all ->
                Arbitraries.of(Kind.CHOICE, Kind.TRY, Kind.EACH)
                    .map(kind -> step(kind, "holds", all)));
    return Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(1, holding)).list().ofMaxSize(4);
  }

  private static RouteStep step(Kind kind, String name, List<Way> ways) {
    return new RouteStep(name, kind, name, 1, Optional.empty(), Optional.empty(), ways);
  }

  private static int steps(RouteStep step) {
    return 1
        + step.ways().stream()
            .flatMap(way -> way.steps().stream())
            .mapToInt(LayoutTest::steps)
            .sum();
  }

  private static boolean holds(Area outer, Area inner) {
    return inner.x() >= outer.x()
        && inner.y() >= outer.y()
        && inner.right() <= outer.right()
        && inner.y() + inner.height() <= outer.y() + outer.height();
  }

  private static boolean overlap(Area one, Area other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }
}
