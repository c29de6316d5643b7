package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed, one line a measurement. */
final class Table {
  private static final double MILLIS = 1000;

  private final List<String> lines = new ArrayList<>();
  private Cost floor = new Cost(0, 0);

  void floor(String name, Cost cost) {
    floor = cost;
    line(name, "%.2f ms".formatted(cost.wall() * MILLIS), "%.2f ms".formatted(cost.cpu() * MILLIS), "1");
  }

  /** The ratio is the median of the rounds' own ratios. */
  void cost(String name, List<Cost> floors, List<Cost> costs) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < costs.size(); i++) {
      ratios.add(costs.get(i).cpu() / floors.get(i).cpu());
    }
    Cost median = Cost.median(costs);
    line(
        name,
        "%.2f ms".formatted(median.wall() * MILLIS),
        "%.2f ms".formatted(median.cpu() * MILLIS),
        "%.2f".formatted(Cost.median(ratios)));
  }

  void whole(String name, Cost cost) {
    line(
        name,
        "%.1f ms".formatted(cost.wall() * MILLIS),
        "%.1f ms".formatted(cost.cpu() * MILLIS),
        "%.1f".formatted(cost.cpu() / floor.cpu()));
  }

  void rate(String name, List<Double> rates) {
    line(name, "%.0f a second".formatted(Cost.median(rates)), "", "1");
  }

  void ratio(String name, List<Double> ratios) {
    line(name, "", "", "%.2f".formatted(Cost.median(ratios)));
  }

  void took(String name, double seconds) {
    line(name, "%.1f s".formatted(seconds), "", "");
  }

  void crowd(Crowd.Found found, long heap) {
    line(
        "%d readers of one case of %.1f GB".formatted(found.readers(), found.bytes() / 1e9 / found.readers()),
        "%.0f s".formatted(found.seconds()),
        "%.0f MB a second, %d times 503".formatted(found.bytes() / 1e6 / found.seconds(), found.sentAway()),
        "");
    line("most heap alive meanwhile, -Xmx256m", heap + " MB", "", "");
  }

  void heard(int pages, Streams.Found found) {
    String of = "%d acts, %d open pages: ".formatted(found.acts(), pages);
    line(of + "an act until a page is told: half, 99 of 100, slowest", parts(found.told()), "", "");
    if (!found.shown().isEmpty()) {
      line(of + "until it shows its list anew", parts(found.shown()), "", "");
    }
    line(
        of + "processor for packages, pages and their readers; lists drawn",
        "%.1f s".formatted(found.cpu()),
        "%d".formatted(found.lists()),
        "");
  }

  private static String parts(List<Double> sorted) {
    return "%.0f / %.0f / %.0f ms"
        .formatted(
            sorted.get(sorted.size() / 2),
            sorted.get((int) (sorted.size() * 99L / 100)),
            sorted.get(sorted.size() - 1));
  }

  void read(ReadCount read) {
    line(read.name(), read.pace(), read.found(), "");
  }

  void alive(String name, long megabytes) {
    line(name, megabytes + " MB", "", "");
  }

  void peak(String name, Peak peak) {
    line(name, "%d MB, %d MB".formatted(peak.resident(), peak.addressed()), "", "");
  }

  void megabytes(long small, long large) {
    line("most heap alive, 2 MB package, -Xmx256m", small + " MB", "", "1");
    line(
        "most heap alive, 2 GB package, -Xmx256m",
        large + " MB",
        "",
        "%.2f".formatted((double) large / small));
  }

  /** Rows of another kind follow: half of the answers, 95 of 100, multiple of the first page. */
  void title(String name) {
    line("**" + name + "**", "p50", "p95", "÷ first page");
  }

  void asked(String name, double median, double most, double ratio) {
    line(name, "%.2f ms".formatted(median), "%.2f ms".formatted(most), "%.1f".formatted(ratio));
  }

  private void line(String name, String wall, String cpu, String ratio) {
    lines.add(String.format(Locale.ROOT, "| %s | %s | %s | %s |", name, wall, cpu, ratio));
    System.out.println(lines.get(lines.size() - 1));
  }

  String markdown() {
    return "| a package, unless said otherwise | wall | processor | ratio to its floor |\n"
        + "| --- | --- | --- | --- |\n"
        + String.join("\n", lines)
        + "\n";
  }
}
